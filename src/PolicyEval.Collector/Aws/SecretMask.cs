using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// Takes out of AWS's messages what must not be written down: SignatureDoesNotMatch quotes the whole signed request
/// with its session token, and messages may name access keys.
/// </summary>
internal static partial class SecretMask
{
    private const int Limit = 600;

    /// <summary>The text on one line, without secrets, cut where it is long.</summary>
    public static string Clean(string text, ImmutableCredentials? credentials = null)
    {
        foreach (var secret in SecretsOf(credentials))
            text = text.Replace(secret, "(secret)", StringComparison.Ordinal);
        if (CanonicalRequest().Match(text) is { Success: true } quoted)
            text = text[..quoted.Index];
        text = UserOfAddress().Replace(text, "://");
        text = AccessKeyId().Replace(text, "****$1");
        text = Blob().Replace(text, "(long value)");
        text = Blanks().Replace(text, " ").Trim();
        return text.Length <= Limit ? text : text[..Limit] + "…";
    }

    /// <summary>Whether the bytes hold one of the secrets of these credentials.</summary>
    public static bool IsIn(ReadOnlySpan<byte> body, ImmutableCredentials credentials)
    {
        foreach (var secret in SecretsOf(credentials))
        {
            if (body.IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) >= 0)
                return true;
        }

        return false;
    }

    private static IEnumerable<string> SecretsOf(ImmutableCredentials? credentials) =>
        new[] { credentials?.SecretKey, credentials?.Token }.OfType<string>().Where(secret => secret.Length >= 8);

    [GeneratedRegex("The Canonical String for this request|The String-to-Sign should have been")]
    private static partial Regex CanonicalRequest();

    /// <summary>The name and password of a proxy, which .NET quotes with its address.</summary>
    [GeneratedRegex("://[^/\\s@']*@")]
    private static partial Regex UserOfAddress();

    [GeneratedRegex("\\b(?:AKIA|ASIA)[A-Z0-9]{8,124}([A-Z0-9]{4})\\b")]
    private static partial Regex AccessKeyId();

    [GeneratedRegex("[A-Za-z0-9+/=_-]{200,}")]
    private static partial Regex Blob();

    [GeneratedRegex("[\\s\\p{C}]+")]
    private static partial Regex Blanks();
}
