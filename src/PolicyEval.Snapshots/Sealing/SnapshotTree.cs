using System.Collections.Immutable;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// Finds the snapshots of accounts in a folder and the folders in it: sealed ones, zipped or not, and folders with the
/// outputs of the AWS CLI. Links are not followed; snapshots of an organisation are passed over.
/// </summary>
public static class SnapshotTree
{
    private const int DepthMax = 16;
    private const int AccountLength = 12;

    /// <summary>The snapshots by account, time and path, so that each account's come one after the other.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImmutableArray<FoundSnapshot> Find(string folder, CancellationToken cancellationToken = default)
    {
        var found = new List<FoundSnapshot>();
        Collect(folder, DepthMax, found, cancellationToken);
        return
        [
            .. found.OrderBy(snapshot => snapshot.Account, StringComparer.Ordinal)
                .ThenBy(snapshot => snapshot.StartedAt).ThenBy(snapshot => snapshot.Path, StringComparer.Ordinal),
        ];
    }

    private static void Collect(
        string folder, int depth, List<FoundSnapshot> found, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entries = PreviousSnapshots.Candidates(folder).ToHashSet(StringComparer.Ordinal);
        foreach (var path in entries)
        {
            if (Label(path, cancellationToken) is { } snapshot)
                found.Add(snapshot);
        }

        if (EvidenceFiles.All.Any(file => File.Exists(Path.Combine(folder, file.Name))))
        {
            found.Add(Named(folder));
            return;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            if (depth > 0 && !entries.Contains(inner) && new DirectoryInfo(inner).LinkTarget is null
                && !inner.EndsWith(BagLayout.Partial, StringComparison.OrdinalIgnoreCase))
            {
                Collect(inner, depth - 1, found, cancellationToken);
            }
        }
    }

    /// <summary>What a sealed snapshot says of itself, or its name does; null where it is of no account.</summary>
    private static FoundSnapshot? Label(string path, CancellationToken cancellationToken) =>
        SealedLabel.Read(path, SnapshotLimits.Default, new SnapshotDiagnosticBag(1), cancellationToken) switch
        {
            null => Named(path),
            { Facts.Kind: SnapshotKind.Organization } => null,
            var label => new FoundSnapshot(path, label.Facts.Account, label.Facts.StartedAt),
        };

    /// <summary>The place that <see cref="SnapshotPlace"/> gives a snapshot tells account and time too.</summary>
    private static FoundSnapshot Named(string path)
    {
        var account = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "";
        var isAccount = account.Length == AccountLength && account.All(char.IsAsciiDigit);
        return new FoundSnapshot(
            path, isAccount ? account : "", SnapshotPlace.TimeOf(Path.GetFileNameWithoutExtension(path)));
    }
}
