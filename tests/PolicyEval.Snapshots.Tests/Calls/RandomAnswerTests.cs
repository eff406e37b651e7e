using System.Text;
using CsCheck;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

/// <summary>
/// Random answers are derived to the JSON they were made from, and no secret that was planted in them is left. CsCheck
/// prints the seed of a failure; CsCheck_Seed repeats it.
/// </summary>
public sealed class RandomAnswerTests
{
    private static readonly string[] Words = ["", "a", " ", "é 😀", "<&>\"'", "%41", "a\\b\n\tc", "]]", "\u0085"];

    private static readonly ApiOperation[] Operations =
    [
        .. ApiOperations.All.Where(operation => operation.File is not null && !operation.IsJson
            && operation != ApiOperations.GetCredentialReport && operation != ApiOperations.GetCallerIdentity),
    ];

    private static Gen<(int Operation, int Seed)> Cases => Gen.Select(Gen.Int[0, Operations.Length - 1], Gen.Int);

    [Fact]
    public void A_random_answer_becomes_the_JSON_it_was_made_from() => Cases.Sample(
        one =>
        {
            var operation = Operations[one.Operation];
            var (xml, json) = new RandomAnswer(one.Seed, random => Words[random.Next(Words.Length)] + "x")
                .WriteStructure(ResponseShapes.Of(operation), all: true);

            var recorded = new Recorded().Answer(operation, xml, ("UserName", "u"));

            Assert.Equal(Encoding.UTF8.GetString(AnswerWriter.Write(json)), recorded.Text(operation.File!));
        },
        iter: 1000);

    [Fact]
    public void No_planted_secret_is_left_in_the_page_or_in_what_is_derived() => Cases.Sample(
        one =>
        {
            var operation = Operations[one.Operation];
            var (xml, _) = new RandomAnswer(one.Seed, Plant).WriteStructure(ResponseShapes.Of(operation), all: true);
            var body = Encoding.UTF8.GetBytes(Recorded.Xml(operation.Action, xml));

            var redacted = Redactor.Redact(operation, body);
            var page = Encoding.UTF8.GetString(redacted.Body.Span);
            var derived = new Recorded().Body(operation, page, null, ("UserName", "u")).Text(operation.File!)!;

            Assert.Null(PageReader.Read(operation, redacted.Body).Error);
            Assert.Empty(SecretScan.Scan("page", redacted.Body));
            Assert.Empty(SecretScan.Scan("derived", Encoding.UTF8.GetBytes(derived)));
            foreach (var text in (string[])[page, Uri.UnescapeDataString(page), derived, Uri.UnescapeDataString(derived)])
            {
                Assert.DoesNotContain(Planted.KeyId, text);
                Assert.DoesNotContain(Planted.SecretKey, text);
                Assert.DoesNotContain(Planted.SessionToken[..40], text);
                Assert.DoesNotContain("MIIEXAMPLE", text);
            }

            Assert.Empty(Redactor.Redact(operation, redacted.Body).Redactions);
        },
        iter: 1000);

    private static string Plant(Random random)
    {
        var secret = random.Next(10) switch
        {
            0 => Planted.KeyId,
            1 => $"the secret is {Planted.SecretKey}",
            2 => $"{Planted.SecretKey} (Secret)",
            3 => Planted.SessionToken,
            4 => Planted.PrivateKey,
            5 => Uri.EscapeDataString($"{{\"k\": \"{Planted.KeyId}\"}}"),
            _ => "",
        };
        return $"{Words[random.Next(Words.Length)]} {secret} {Words[random.Next(Words.Length)]}x";
    }
}
