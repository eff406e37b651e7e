using System.Globalization;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// Reads the known files of a snapshot folder. Links are not followed, folders in it are not entered.
/// </summary>
internal sealed class FolderReader(SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, SourceReader files)
{
    /// <summary>The files that could be read, sorted by name (ordinal).</summary>
    public List<Source> Read(string path, string name, Func<string, bool> isKnown)
    {
        var sources = new List<Source>();
        foreach (var entry in EntriesOf(path, name))
        {
            if (!isKnown(entry.Name))
                diagnostics.Report(SnapshotDescriptors.UnknownEntry, entry.Name);
            else if (entry.LinkTarget is not null)
                diagnostics.Report(SnapshotDescriptors.Link, entry.Name);
            else if (entry is DirectoryInfo)
                diagnostics.Report(SnapshotDescriptors.NotAFile, entry.Name, "a folder");
            else if (files.ReadFile(entry.FullName, entry.Name, inFolder: true) is { } source)
                sources.Add(source);
        }

        return sources;
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
