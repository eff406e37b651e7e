using System.Security.Cryptography;
using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Words;

/// <summary>One digest for the evidence of a run.</summary>
internal static class ReportDigest
{
    /// <summary>
    /// The digest of the only snapshot; of several the sha256 over their digests, sorted, each with a line end. 64
    /// lower-case hexadecimal digits.
    /// </summary>
    public static string Of(RunHeader header)
    {
        if (header.Snapshots is [var only])
            return only.Digest;
        var lines = header.Snapshots.Select(snapshot => snapshot.Digest).Order(StringComparer.Ordinal);
        var text = string.Concat(lines.Select(line => line + "\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
