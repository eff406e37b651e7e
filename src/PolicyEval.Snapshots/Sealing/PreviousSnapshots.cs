using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>Finds the snapshots of a folder, and among them the one that a new snapshot follows.</summary>
public static class PreviousSnapshots
{
    /// <summary>
    /// The newest snapshot of that account in its folder, by the time that it says; null where there is none. What
    /// cannot be read as a snapshot is passed over: <c>verify --chain</c> names it.
    /// </summary>
    /// <param name="folder">Such as <c>snapshots/111122223333</c>; need not exist.</param>
    /// <param name="kind">What the snapshots are of.</param>
    /// <param name="account">Whose.</param>
    /// <param name="before">The begin of the new snapshot; what says it is later is not before it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PreviousSnapshot? Newest(
        string folder,
        SnapshotKind kind,
        string account,
        DateTimeOffset before,
        CancellationToken cancellationToken = default)
    {
        var limits = SnapshotLimits.Default;
        SealedLabel? newest = null;
        var isByName = false;
        foreach (var path in Candidates(folder).Reverse())
        {
            // Names are times, so behind the first one that keeps its word only renamed snapshots can be newer.
            var name = Path.GetFileNameWithoutExtension(path);
            if (isByName && SnapshotPlace.IsTime(name))
                continue;
            var label = SealedLabel.Read(path, limits, new SnapshotDiagnosticBag(1), cancellationToken);
            if (label is not { Facts: { Origin: SnapshotOrigin.Collected } facts }
                || facts.Kind != kind || facts.Account != account || facts.StartedAt >= before)
            {
                continue;
            }

            isByName |= name == SnapshotPlace.NameOf(facts.StartedAt);
            if (newest is null || facts.StartedAt > newest.Facts.StartedAt)
                newest = label;
        }

        return newest is null ? null : new PreviousSnapshot(newest.Digest, newest.Facts.StartedAt);
    }

    /// <summary>
    /// The first snapshots in a folder or in the folders in it, by name and separated by commas; empty for none.
    /// </summary>
    internal static string In(string folder)
    {
        const int shown = 3;
        try
        {
            var found = Candidates(folder)
                .Concat(Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(Candidates))
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Take(shown + 1).ToArray();
            return string.Join(", ", found.Take(shown)) + (found.Length > shown ? ", …" : "");
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            // It is a hint only, and what cannot be read gives none.
            return "";
        }
    }

    /// <summary>
    /// The folders and zips directly in a folder that are to be read as snapshots, sorted by name (ordinal).
    /// </summary>
    internal static IReadOnlyList<string> Candidates(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. Directory.EnumerateFileSystemEntries(folder)
                .Where(IsCandidate)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a folder or file is to be read as a snapshot.</summary>
    internal static bool IsCandidate(string path) =>
        !path.EndsWith(BagLayout.Partial, StringComparison.OrdinalIgnoreCase)
        && (BagReader.IsBag(path) || IsNamedZip(path));

    /// <summary>A zip that lost its content must not pass for something else.</summary>
    private static bool IsNamedZip(string path) =>
        path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && File.Exists(path);
}
