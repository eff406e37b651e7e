using System.Globalization;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Trees;

/// <summary>
/// Finds the snapshots in a folder and the folders in it: sealed ones, zipped or not, and folders with the outputs of
/// the AWS CLI. Links are not followed, and no snapshot is entered. The door of this folder.
/// </summary>
public sealed class SnapshotTree
{
    private const int AccountLength = 12;

    private readonly SnapshotLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly SnapshotDiagnosticBag _diagnostics;
    private readonly List<FoundSnapshot> _found = [];
    private int _entries;

    private SnapshotTree(SnapshotLimits limits, CancellationToken cancellationToken)
    {
        _limits = limits;
        _cancellationToken = cancellationToken;
        _diagnostics = new SnapshotDiagnosticBag(limits.Diagnostics);
    }

    /// <summary>Searches a folder. Whatever is in the way is a diagnostic.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="limits">How much is searched; null for the default limits.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FoundSnapshots Find(
        string folder, SnapshotLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var tree = new SnapshotTree(limits ?? SnapshotLimits.Default, cancellationToken);
        tree.Enter(folder, "", depth: 0);
        return new FoundSnapshots(
            [.. tree._found.OrderBy(snapshot => snapshot.Place, StringComparer.Ordinal)],
            tree._diagnostics.ToImmutable());
    }

    /// <summary>
    /// Whether a path is a folder and neither a snapshot itself nor a file: then snapshots are searched in it.
    /// </summary>
    public static bool MayBe(string path) =>
        Directory.Exists(path) && !BagReader.IsBag(path) && EvidenceIn(path).Length == 0;

    private void Enter(string folder, string prefix, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var name = prefix.Length == 0 ? Path.GetFileName(Path.GetFullPath(folder)) : prefix[..^1];
        if (EvidenceIn(folder) is { Length: > 0 } evidence)
        {
            AddBare(folder, name, evidence);
            return;
        }

        foreach (var entry in EntriesOf(folder, name))
            Look(entry, prefix + entry.Name, depth);
    }

    private void Look(FileSystemInfo entry, string place, int depth)
    {
        if (entry.LinkTarget is not null)
            _diagnostics.Report(TreeDescriptors.LinkPassedOver, place);
        else if (place.EndsWith(BagLayout.Partial, StringComparison.OrdinalIgnoreCase))
            _diagnostics.Report(TreeDescriptors.PartialPassedOver, place);
        else if (PreviousSnapshots.IsCandidate(entry.FullName))
            AddSealed(entry.FullName, place);
        else if (entry is not DirectoryInfo)
            LookAtFile(place, entry.Name);
        else if (depth < _limits.TreeDepth)
            Enter(entry.FullName, place + '/', depth + 1);
        else
            ReportLimit(place, _limits.TreeDepth, "levels of folders", nameof(_limits.TreeDepth));
    }

    /// <summary>Evidence under a name that is nearly right must not be lost without a word.</summary>
    private void LookAtFile(string place, string name)
    {
        if (FileNames.Nearest(name, [.. EvidenceFiles.All.Select(file => file.Name)]) is { } meant)
            _diagnostics.Report(TreeDescriptors.FilePassedOver, place, meant);
    }

    private List<FileSystemInfo> EntriesOf(string folder, string name)
    {
        var entries = new List<FileSystemInfo>();
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (_entries++ < _limits.TreeEntries)
                    entries.Add(entry);
                else if (_entries == _limits.TreeEntries + 1)
                    ReportLimit(name, _limits.TreeEntries, "entries", nameof(_limits.TreeEntries));
                else
                    break;
            }
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            new SourceReader(_limits, _diagnostics, _cancellationToken).Refuse(exception, name);
        }

        entries.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return entries;
    }

    private void ReportLimit(string name, int limit, string things, string property) =>
        _diagnostics.Report(
            SnapshotDescriptors.TooLarge, name, limit.ToString(CultureInfo.InvariantCulture), things, property);

    /// <summary>The list of an organisation's accounts alone is of no account.</summary>
    private void AddBare(string folder, string place, string[] evidence) => _found.Add(Named(folder, place) with
    {
        Kind = evidence is [EvidenceFiles.OrganizationAccounts] ? SnapshotKind.Organization : SnapshotKind.Account,
    });

    /// <summary>By what it says of itself; else by what its name and folder say.</summary>
    private void AddSealed(string path, string place)
    {
        var refusals = new SnapshotDiagnosticBag(1);
        if (SealedLabel.Read(path, _limits, refusals, _cancellationToken) is { } label)
        {
            _found.Add(new FoundSnapshot
            {
                Path = path,
                Place = place,
                Kind = label.Facts.Kind,
                Account = label.Facts.Account,
                StartedAt = label.Facts.StartedAt,
                Digest = label.Digest,
                IsCollected = label.Facts.Origin == SnapshotOrigin.Collected,
            });
        }
        else if (refusals.ToImmutable().Any(refusal => refusal.Descriptor == PackDescriptors.NotASnapshot))
            _diagnostics.Report(PackDescriptors.PassedOver, place);
        else
            _found.Add(Named(path, place));
    }

    /// <summary>The place that <see cref="SnapshotPlace"/> gives a snapshot tells account and time too.</summary>
    private static FoundSnapshot Named(string path, string place)
    {
        var account = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)));
        return new FoundSnapshot
        {
            Path = path,
            Place = place,
            Account = account is { Length: AccountLength } && account.All(char.IsAsciiDigit) ? account : "",
            StartedAt = SnapshotPlace.TimeOf(Path.GetFileNameWithoutExtension(path)),
        };
    }

    private static string[] EvidenceIn(string folder) =>
    [
        .. EvidenceFiles.All.Select(file => file.Name)
            .Where(name => File.Exists(Path.Combine(folder, name))),
    ];
}
