using System.Globalization;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// Looks for snapshots in the folders below bare evidence. That evidence makes a folder one snapshot, so nobody would
/// read them: one stray file above a tree would hide every account in it.
/// </summary>
internal sealed class NestedSnapshots(
    SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private const int Shown = 3;

    private readonly List<string> _found = [];
    private int _entries;

    /// <summary>Reports the snapshots below a folder, and whatever below it cannot be searched.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Its name in diagnostics.</param>
    public void Refuse(string folder, string name)
    {
        string[] stray = [.. EvidenceFiles.All.Select(file => file.Name)
            .Where(file => File.Exists(Path.Combine(folder, file)))];
        if (stray.Length == 0)
            return;
        foreach (var entry in EntriesOf(folder, name))
            Look(entry, entry.Name, depth: 1);
        if (_found.Count > 0)
        {
            diagnostics.Report(
                TreeDescriptors.HidesSnapshots, name, NameList.Of(stray, Shown), NameList.Of(_found, Shown));
        }
    }

    private void Look(FileSystemInfo entry, string place, int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (entry.LinkTarget is not null || place.EndsWith(BagLayout.Partial, StringComparison.OrdinalIgnoreCase))
            return;
        if (entry is not DirectoryInfo)
        {
            if (IsSealedZip(entry))
                _found.Add(place);
        }
        else if (BagReader.IsBag(entry.FullName) || HasEvidence(entry.FullName))
        {
            _found.Add(place);
        }
        else if (depth < limits.TreeDepth)
        {
            foreach (var inner in EntriesOf(entry.FullName, place))
                Look(inner, $"{place}/{inner.Name}", depth + 1);
        }
    }

    /// <summary>Of zips many are no snapshots, and these are of no account.</summary>
    private bool IsSealedZip(FileSystemInfo file)
    {
        if (!PreviousSnapshots.IsCandidate(file.FullName))
            return false;
        using var bag = BagReader.Open(file.FullName, limits, new SnapshotDiagnosticBag(1), cancellationToken);
        return bag is not null || SnapshotPlace.IsTime(Path.GetFileNameWithoutExtension(file.Name));
    }

    private static bool HasEvidence(string folder) =>
        EvidenceFiles.All.Any(file => File.Exists(Path.Combine(folder, file.Name)));

    private List<FileSystemInfo> EntriesOf(string folder, string name)
    {
        var entries = new List<FileSystemInfo>();
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (_entries++ == limits.TreeEntries)
                {
                    diagnostics.Report(
                        SnapshotDescriptors.TooLarge, name, limits.TreeEntries.ToString(CultureInfo.InvariantCulture),
                        "entries", nameof(limits.TreeEntries));
                }

                if (_entries > limits.TreeEntries)
                    break;
                entries.Add(entry);
            }
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            new SourceReader(limits, diagnostics, cancellationToken).Refuse(exception, name);
        }

        entries.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return entries;
    }
}
