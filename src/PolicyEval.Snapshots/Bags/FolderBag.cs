using System.Globalization;
using System.IO.Enumeration;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>A bag that is a folder. Links in it are neither followed nor entered.</summary>
internal sealed class FolderBag : Bag
{
    // Hidden files too, and a refusal is none that is passed over.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly string _folder;

    private FolderBag(
        string folder,
        string name,
        SnapshotLimits limits,
        SnapshotDiagnosticBag diagnostics,
        CancellationToken cancellationToken)
        : base(name, limits, diagnostics, cancellationToken) => _folder = folder;

    /// <summary>Lists the folder; null after a diagnostic.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="part">What of it is listed.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static FolderBag? Open(
        string folder,
        string name,
        BagPart part,
        SnapshotLimits limits,
        SnapshotDiagnosticBag diagnostics,
        CancellationToken cancellationToken)
    {
        var bag = new FolderBag(folder, name, limits, diagnostics, cancellationToken);
        try
        {
            return bag.List(part) is { } entries && bag.SetEntries(entries) ? bag : null;
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            new SourceReader(limits, diagnostics, cancellationToken).Refuse(exception, name);
            return null;
        }
    }

    protected override Stream? OpenRead(BagEntry entry)
    {
        var path = Path.Combine(_folder, entry.Path);
        if (entry.Length > 0)
        {
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        }

        // What has no length may be a pipe that nobody writes to; this reader comes back from those.
        var refusals = new SnapshotDiagnosticBag(1);
        var reader = new SourceReader(Limits, refusals, CancellationToken);
        if (reader.ReadFile(path, entry.Path, inFolder: true) is not null)
            return Stream.Null;
        foreach (var refusal in refusals.ToImmutable())
        {
            var descriptor = refusal.Descriptor == SnapshotDescriptors.NotAFile
                ? BagDescriptors.Irregular
                : refusal.Descriptor;
            Diagnostics.Report(descriptor, entry.Path, refusal.Arguments.AsSpan());
        }

        return null;
    }

    /// <summary>The files under the folder; null where there are too many, or one that is none.</summary>
    private List<BagEntry>? List(BagPart part)
    {
        var errors = Diagnostics.Errors;
        var entries = new List<BagEntry>();
        var folders = new Stack<(string Folder, string Prefix)>();
        folders.Push((_folder, ""));
        var count = 0;
        while (folders.TryPop(out var next))
        {
            CancellationToken.ThrowIfCancellationRequested();
            foreach (var item in new FileSystemEnumerable<FolderItem>(next.Folder, FolderItem.Of, Everything))
            {
                if (++count > Limits.BagEntries)
                {
                    var limit = Limits.BagEntries.ToString(CultureInfo.InvariantCulture);
                    Diagnostics.Report(SnapshotDescriptors.TooLarge, Name, limit, "entries", nameof(Limits.BagEntries));
                    return null;
                }

                var path = next.Prefix + item.Name;
                if (item.IsLink)
                    Diagnostics.Report(BagDescriptors.Irregular, path, "a link");
                else if (!item.IsFolder)
                    entries.Add(new BagEntry(path, item.Length));
                else if (BagPath.ProblemOf(path) is { } problem)
                    Diagnostics.Report(BagDescriptors.BadName, path, problem);
                else if (part == BagPart.All)
                    folders.Push((Path.Combine(next.Folder, item.Name), path + "/"));
            }
        }

        return Diagnostics.Errors == errors ? entries : null;
    }
}
