using System.Globalization;
using PolicyEval.Snapshots.Bags.Zips;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// A bag that is one zip with one top-level folder, stored by this program or zipped again by another one.
/// </summary>
internal sealed class ZipBag : Bag
{
    private const long SmallBytes = 1 << 20;

    private readonly ZipBytes _zip;
    private readonly Dictionary<string, ZipEntry> _entries = new(StringComparer.Ordinal);

    private ZipBag(
        ZipBytes zip,
        string name,
        SnapshotLimits limits,
        SnapshotDiagnosticBag diagnostics,
        CancellationToken cancellationToken)
        : base(name, limits, diagnostics, cancellationToken) => _zip = zip;

    /// <summary>The folder that everything in the zip is in.</summary>
    public string TopFolder { get; private set; } = "";

    /// <summary>Reads all headers of a zip; null after a diagnostic.</summary>
    /// <param name="open">Opens its bytes.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ZipBag? Open(
        Func<ZipBytes> open,
        string name,
        SnapshotLimits limits,
        SnapshotDiagnosticBag diagnostics,
        CancellationToken cancellationToken)
    {
        ZipBytes? zip = null;
        try
        {
            zip = open();
            var bag = new ZipBag(zip, name, limits, diagnostics, cancellationToken);
            if (bag.List())
            {
                zip = null;
                return bag;
            }
        }
        catch (ZipRefusedException refused)
        {
            var file = refused.File.Length > 0 ? refused.File : name;
            diagnostics.Report(refused.Descriptor, file, refused.Arguments);
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            new SourceReader(limits, diagnostics, cancellationToken).Refuse(exception, name);
        }
        finally
        {
            zip?.Dispose();
        }

        return null;
    }

    protected override Stream? OpenRead(BagEntry entry) => new ZipEntryStream(_zip, _entries[entry.Path]);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _zip.Dispose();
        base.Dispose(disposing);
    }

    private bool List()
    {
        var directory = new ZipDirectory(_zip, Limits);
        var listed = directory.Read();
        if (listed.Count == 0)
        {
            Diagnostics.Report(BagDescriptors.NotABag, Name, "the zip is empty");
            return false;
        }

        if (!CheckNames(listed) || !CheckRatio(listed))
            return false;
        var located = LocalHeaders.Locate(_zip, listed, directory.Offset, CancellationToken);
        if (!located.Exists(entry => entry.IsDeflated)
            && CanonicalZip.FirstDifference(_zip, located) is >= 0 and var difference)
        {
            Diagnostics.Report(
                BagDescriptors.ChangedZip, Name, difference.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        TopFolder = located[0].Name[..located[0].Name.IndexOf('/')];
        foreach (var entry in located.Where(entry => !entry.IsFolder))
            _entries.Add(InnerPath(entry), entry);
        return SetEntries(_entries.Select(entry => new BagEntry(entry.Key, entry.Value.Length)));
    }

    private static string InnerPath(ZipEntry entry) => entry.Name[(entry.Name.IndexOf('/') + 1)..];

    /// <summary>Names are relative, unlike each other and under one folder, and no entry is a link.</summary>
    private bool CheckNames(List<ZipEntry> entries)
    {
        var errors = Diagnostics.Errors;
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var top = entries[0].Name[..(entries[0].Name.IndexOf('/') + 1)];
        foreach (var entry in entries)
        {
            var path = entry.IsFolder ? entry.Name[..^1] : entry.Name;
            if (BagPath.ProblemOf(path) is { } problem)
                Diagnostics.Report(BagDescriptors.BadName, entry.Name, problem);
            else if (!names.TryAdd(path, entry.Name))
                Diagnostics.Report(BagDescriptors.Collision, entry.Name, names[path]);
            else if (entry.Oddity is { } oddity)
                Diagnostics.Report(BagDescriptors.Irregular, entry.Name, oddity);
        }

        // Said once: a zip that was made inside of the folder has all of it at its top.
        if (Diagnostics.Errors == errors
            && entries.Find(entry => top.Length == 0 || !entry.Name.StartsWith(top, StringComparison.Ordinal))
                is { } outside)
        {
            Diagnostics.Report(BagDescriptors.NotABag, outside.Name, "the zip has more at its top than one folder");
        }


        return Diagnostics.Errors == errors;
    }

    /// <summary>A few bytes that inflate to very many are no snapshot.</summary>
    private bool CheckRatio(List<ZipEntry> entries)
    {
        if (entries.Sum(entry => (long)entry.Length) <= SmallBytes + (_zip.Length * Limits.BagRatio))
            return true;
        var limit = Limits.BagRatio.ToString(CultureInfo.InvariantCulture);
        Diagnostics.Report(
            SnapshotDescriptors.TooLarge, Name, limit, "bytes for each byte of the zip", nameof(Limits.BagRatio));
        return false;
    }
}
