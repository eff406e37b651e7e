using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyEval.Cli.Tests.Reports;

/// <summary>
/// A report as its golden file keeps it: the text itself, but of a line that nobody reads in a difference, such as a
/// whole finding in one line of JSON, the beginning and the digest; and of bytes that are no text, their digest. What is
/// kept is small enough for the repository, and no byte can change unnoticed.
/// </summary>
internal static class GoldenText
{
    private const int LineMax = 1000;
    private const int Kept = 300;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(byte[] report) => Decoded(report) is { } text
        ? string.Join('\n', text.Split('\n').Select(Shortened))
        : $"{report.Length.ToString(CultureInfo.InvariantCulture)} bytes, sha256 {DigestOf(report)}\n";

    private static string Shortened(string line)
    {
        if (line.Length <= LineMax)
            return line;
        var length = line.Length.ToString(CultureInfo.InvariantCulture);
        return $"{line[..Kept]}… ({length} characters, sha256 {DigestOf(Strict.GetBytes(line))})";
    }

    private static string? Decoded(byte[] report)
    {
        try
        {
            return report.Contains((byte)0) ? null : Strict.GetString(report);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
