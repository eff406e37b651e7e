using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// Reads the known files of a snapshot folder. Links are not followed, folders in it are not entered.
/// </summary>
internal sealed class FolderReader(SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, SourceReader files)
{
    /// <summary>The files that could be read, sorted by name (ordinal).</summary>
    /// <param name="path">The folder.</param>
    /// <param name="name">The folder's name, for diagnostics.</param>
    /// <param name="known">The names of the files to read.</param>
    /// <param name="nearest">Of some known names the one that another name was meant to be, or null.</param>
    public List<Source> Read(
        string path, string name, ImmutableArray<string> known, Func<string, ImmutableArray<string>, string?> nearest)
    {
        var sources = new List<Source>();
        var entries = EntriesOf(path, name);
        ImmutableArray<string> absent = [.. known.Except(entries.Select(entry => entry.Name), StringComparer.Ordinal)];
        foreach (var entry in entries)
        {
            if (!known.Contains(entry.Name))
                ReportUnknown(entry, nearest(entry.Name, absent));
            else if (entry.LinkTarget is not null)
                diagnostics.Report(SnapshotDescriptors.Link, entry.Name);
            else if (entry is DirectoryInfo)
                diagnostics.Report(SnapshotDescriptors.NotAFile, entry.Name, "a folder");
            else if (files.ReadFile(entry.FullName, entry.Name, inFolder: true) is { } source)
                sources.Add(source);
        }

        return sources;
    }

    private void ReportUnknown(FileSystemInfo entry, string? meant)
    {
        if (meant is not null && entry is not DirectoryInfo)
            diagnostics.Report(SnapshotDescriptors.Misnamed, entry.Name, meant);
        else
            diagnostics.Report(SnapshotDescriptors.UnknownEntry, entry.Name);
    }

    private List<FileSystemInfo> EntriesOf(string path, string name)
    {
        var entries = new List<FileSystemInfo>();
        try
        {
            foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos())
            {
                if (entries.Count == limits.FolderEntries)
                {
                    var limit = limits.FolderEntries.ToString(CultureInfo.InvariantCulture);
                    diagnostics.Report(
                        SnapshotDescriptors.TooLarge, name, limit, "entries", nameof(limits.FolderEntries));
                    return [];
                }

                entries.Add(entry);
            }
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            files.Refuse(exception, name);
            return [];
        }

        entries.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return entries;
    }
}
