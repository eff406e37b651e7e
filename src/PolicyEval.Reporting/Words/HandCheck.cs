using System.Buffers;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Words;

/// <summary>
/// The commands with which a stranger looks up by hand what a report cites, in the snapshot's folder and with nothing
/// but a POSIX shell (and jq where a file stands inside another one).
/// </summary>
internal static class HandCheck
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-");

    /// <summary>Prints the line that holds a cell, such as <c>sed -n 2p data/credential-report.csv</c>.</summary>
    public static string LineOf(SnapshotReference snapshot, EvidenceCell cell)
    {
        var source = SourceOf(snapshot, cell.File);
        var line = FormattableString.Invariant($"sed -n {cell.Line}p");
        return source?.DecodedFrom is null
            ? $"{line} {Quoted(source?.Path ?? cell.File)}"
            : $"{Decode(source.Path)} | {line}";
    }

    /// <summary>Prints the digest of a file, to be compared with the one in the report.</summary>
    public static string DigestOf(SourceReference source) => source.DecodedFrom is null
        ? $"sha256sum {Quoted(source.Path)}"
        : $"{Decode(source.Path)} | sha256sum";

    private static SourceReference? SourceOf(SnapshotReference snapshot, string file)
    {
        foreach (var source in snapshot.Sources)
        {
            if (source.File == file)
                return source;
        }

        return null;
    }

    private static string Decode(string outer) => $"jq -r .Content {Quoted(outer)} | base64 -d";

    private static string Quoted(string path) =>
        path.Length > 0 && path[0] != '-' && !path.AsSpan().ContainsAnyExcept(Plain)
            ? path
            : "'" + path.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
