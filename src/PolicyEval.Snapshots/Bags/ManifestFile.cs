using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// A manifest: one line <c>sha256  path</c> for each file, sorted by path (ordinal), each ended by LF. There is one way
/// to write a list of files, so any other byte is damage.
/// </summary>
internal static class ManifestFile
{
    private const int DigestLength = 64;
    private const int PathColumn = DigestLength + 2;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    public static byte[] Write(IEnumerable<ManifestEntry> entries) => Encoding.ASCII.GetBytes(string.Concat(entries
        .OrderBy(entry => entry.Path, StringComparer.Ordinal)
        .Select(entry => $"{entry.Sha256}  {entry.Path}\n")));

    /// <summary>The lines that are whole; every other one has a diagnostic.</summary>
    /// <param name="source">The manifest's bytes.</param>
    /// <param name="limits">How many lines are read.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="refuse">Why a path may not stand in this manifest, or null.</param>
    public static ImmutableArray<ManifestEntry> Read(
        Source source, SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, Func<string, string?> refuse)
    {
        var entries = ImmutableArray.CreateBuilder<ManifestEntry>();
        var rest = source.Bytes;
        if (rest.IsEmpty)
            Report(1, 1, "it is empty");
        for (var line = 1; !rest.IsEmpty; line++)
        {
            if (line > limits.BagEntries)
            {
                var limit = limits.BagEntries.ToString(CultureInfo.InvariantCulture);
                diagnostics.Report(
                    SnapshotDescriptors.TooLarge, source.Name, limit, "lines", nameof(limits.BagEntries));
                break;
            }

            var end = rest.IndexOf((byte)'\n');
            var bytes = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (end < 0)
                Report(line, bytes.Length + 1, "the last line has no line feed");
            var (column, problem) = ProblemOf(bytes);
            if (problem is not null)
            {
                Report(line, column, problem);
                continue;
            }

            var path = Encoding.ASCII.GetString(bytes[PathColumn..]);
            var order = entries.Count == 0 ? 1 : string.CompareOrdinal(path, entries[^1].Path);
            if ((BagPath.ProblemOf(path) ?? refuse(path)) is { } bad)
                Report(line, PathColumn + 1, $"no '{path}' can stand here: {bad}");
            else if (order <= 0)
                Report(line, PathColumn + 1, order == 0 ? $"'{path}' stands here twice" : $"'{path}' is out of order");
            else
                entries.Add(new ManifestEntry(Encoding.ASCII.GetString(bytes[..DigestLength]), path));
        }

        return entries.ToImmutable();

        void Report(int line, int column, string problem) =>
            diagnostics.Report(BagDescriptors.BadManifest, source.Name, (line, column), "", problem);
    }

    /// <summary>The column from which on a line is none, and what is expected there.</summary>
    private static (int Column, string? Problem) ProblemOf(ReadOnlySpan<byte> line)
    {
        var digits = line.IndexOfAnyExcept(HexDigits);
        if (digits < 0)
            digits = line.Length;
        if (digits < DigestLength)
            return (digits + 1, "expected 64 lower-case hexadecimal digits");
        if (!line[DigestLength..].StartsWith("  "u8))
            return (DigestLength + 1, "expected two spaces");
        var path = line[PathColumn..];
        if (path.IsEmpty)
            return (PathColumn + 1, "expected a path");
        var visible = path.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E);
        return visible < 0 ? default : (PathColumn + visible + 1, "expected a path of visible ASCII characters");
    }
}
