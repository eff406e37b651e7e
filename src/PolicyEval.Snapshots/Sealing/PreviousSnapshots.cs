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
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PreviousSnapshot? Newest(
        string folder, SnapshotKind kind, string account, CancellationToken cancellationToken = default)
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
            if (label is null || label.Facts.Kind != kind || label.Facts.Account != account)
                continue;
            isByName |= name == SnapshotPlace.NameOf(label.Facts.StartedAt);
            if (newest is null || label.Facts.StartedAt > newest.Facts.StartedAt)
                newest = label;
        }

        return newest is null ? null : new PreviousSnapshot(newest.Digest, newest.Facts.StartedAt);
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
                .Where(path => !path.EndsWith(BagLayout.Partial, StringComparison.OrdinalIgnoreCase)
                    && BagReader.IsBag(path))
                .Order(StringComparer.Ordinal),
        ];
    }
}
