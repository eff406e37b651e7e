using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>Finds bare reports that are too large to be held in memory.</summary>
internal static class LargeReport
{
    /// <summary>How much has to look like a report before it is read as one.</summary>
    private const int HeadBytes = 64 * 1024;

    /// <summary>
    /// Opens a large regular file that starts as text other than JSON; null for anything else, which is held while it
    /// is read, and of which that reading says what is wrong.
    /// </summary>
    public static FileBytes? TryOpen(string path, SnapshotLimits limits)
    {
        if (FileBytes.TryOpen(path, limits.HeldBytes) is not { } file)
            return null;
        if (StartsAsReport(file))
            return file;
        file.Dispose();
        return null;
    }

    private static bool StartsAsReport(FileBytes file)
    {
        byte[] buffer = [];
        try
        {
            var head = new Source("", file.Read(0, HeadBytes, ref buffer));
            return !TextCheck.LooksLikeJson(head)
                && TextCheck.StartsAsText(head, new SnapshotDiagnosticBag(keptOfEachSeverity: 1));
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            return false;
        }
    }
}
