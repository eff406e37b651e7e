using System.Security.Cryptography;
using System.Text;

namespace PolicyEval.Snapshots.Evidence;

/// <summary>
/// The digest of evidence that no manifest seals. Anyone can derive it:
/// <c>sha256sum FILES | LC_ALL=C sort | sha256sum</c>.
/// </summary>
internal static class SnapshotDigest
{
    public static string Of(IEnumerable<EvidenceFile> files)
    {
        var lines = files.Select(LineOf).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    /// <summary>As sha256sum writes it: a name with a backslash or line end is escaped, and the line says so.</summary>
    private static string LineOf(EvidenceFile file)
    {
        var name = file.Name.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal);
        return $"{(name == file.Name ? "" : "\\")}{file.Sha256}  {name}\n";
    }
}
