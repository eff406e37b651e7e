using System.Diagnostics;
using System.Text;
using CsCheck;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

public sealed class SecretScanTests
{
    public static TheoryData<string, SecretKind> Secrets => new()
    {
        { Planted.KeyId, SecretKind.AccessKeyId },
        { "ASIA" + Planted.KeyId[4..], SecretKind.AccessKeyId },
        { Planted.SessionToken, SecretKind.SessionToken },
        { "aws_secret_access_key = " + Planted.SecretKey, SecretKind.SecretKey },
        { Planted.PrivateKey, SecretKind.PrivateKey },
        { "Authorization: AWS4-HMAC-SHA256 Credential=x/20260102/iam/aws4_request", SecretKind.Authorization },
        { "\"authorization\": \"Basic dXNlcjpwYXNzd29yZA==\"", SecretKind.Authorization },
        { "?X-Amz-Signature=" + new string('a', 64), SecretKind.Authorization },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_secret_is_found_with_its_place(string secret, SecretKind kind)
    {
        var hit = Assert.Single(Scan("first line\nüü " + secret + "\nlast"));

        Assert.Equal(("f", 2, kind), (hit.Path, hit.Line, hit.Kind));
        Assert.True(hit.Column >= 4, hit.ToString());
        Assert.DoesNotContain("EXAMPLE", hit.ToString());
    }

    [Fact]
    public void Columns_count_UTF_16_units() =>
        Assert.Equal(4, Assert.Single(Scan("\n\nüü " + Planted.KeyId)).Column);

    [Theory]
    [InlineData("****************MPLE")]
    [InlineData("[redacted]")]
    [InlineData("AIDAIOSFODNN7EXAMPLE")]
    [InlineData("AROAIOSFODNN7EXAMPLE")]
    [InlineData("ANPAKIAIOSFODNN7EXAMPLE")]
    [InlineData("AKIA is how they begin")]
    [InlineData("secret sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [InlineData("no word near wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    [InlineData("arn:aws:iam::aws:policy/SecretsManagerReadWrite")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("Authorization header is required for the call")]
    public void What_is_no_secret_is_not_found(string text) => Assert.Empty(Scan(text));

    [Theory]
    [InlineData("A")]
    [InlineData("AKIA")]
    [InlineData("secret")]
    [InlineData("-----BEGIN PRIVATE KEY")]
    [InlineData("%25")]
    [InlineData("&#x")]
    [InlineData("authorization:")]
    [InlineData("\n")]
    public void It_takes_time_in_proportion_to_the_file(string pattern)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(pattern, 2_000_000 / pattern.Length)));
        var watch = Stopwatch.StartNew();

        Assert.InRange(SecretScan.Scan("f", text).Length, 0, 100);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed} for {pattern}");
    }

    /// <summary>
    /// Near the last place that there is room for, the finder goes letter by letter: each place must be the same. CsCheck
    /// prints the seed of a failure.
    /// </summary>
    [Fact]
    public void What_is_gone_over_at_once_is_what_is_gone_over_letter_by_letter() =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1], Gen.Int[0, Separators.Length - 1])
            .Array[0, 12].Sample(
                pieces =>
                {
                    var text = Encoding.UTF8.GetBytes(string.Concat(
                        pieces.Select(piece => Pieces[piece.Item1] + Separators[piece.Item2])));
                    var all = SecretFinder.Find(text, 128);
                    for (var limit = 1; limit <= all.Count + 1; limit++)
                    {
                        Assert.Equal(
                            all.Select(span => (span.Start, span.Kind)).Take(limit),
                            SecretFinder.Find(text, 128, limit).Select(span => (span.Start, span.Kind)).Take(limit));
                    }
                },
                iter: 30_000);

    [Fact]
    public void Several_in_a_row_are_all_found()
    {
        var hits = Scan($"{Planted.KeyId}+{Planted.KeyId}/x{Planted.KeyId} {Planted.KeyId}{Planted.KeyId} A{Planted.KeyId}");

        Assert.Equal([1, 22, 44, 65], hits.Select(hit => hit.Column));
    }

    private static readonly string[] Separators = ["", " ", "\n", "\"", "<", "-", "%20", "%25", "&amp;", "\\n", ":"];

    private static readonly string[] Pieces =
    [
        Planted.KeyId, Planted.SecretKey, Planted.PrivateKey, "secret", "Secret", "authorization", "Authorization:",
        "bearer abcdefghijklmnop", "X-Amz-Signature=", new string('a', 64), "arn:aws:iam::111122223333:user/x", "ü",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", "-----BEGIN", "-----END", "%41KIA", "&#65;KIA", "\\u0041KIA", "a", "A", "1",
        "IOSFODNN7EXAMPLE", "=", "{", "wJalrXUtnFEMI",
    ];

    private static System.Collections.Immutable.ImmutableArray<SecretHit> Scan(string text) =>
        SecretScan.Scan("f", Encoding.UTF8.GetBytes(text));
}
