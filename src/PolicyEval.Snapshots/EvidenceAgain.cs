using System.Collections.Immutable;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Snapshots;

/// <summary>
/// Reads the evidence of a snapshot that was opened before. What its seal vouches for was checked then; now each file
/// that is read has to have the sha256 that it had.
/// </summary>
/// <param name="path">Where it lay.</param>
/// <param name="limits">How much is read.</param>
internal sealed class EvidenceAgain(string path, SnapshotLimits limits)
{
    /// <summary>The same snapshot.</summary>
    /// <exception cref="EvidenceReadException">It is not the same, or cannot be read any more.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Snapshot Open(SnapshotOutline known, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reader = new SnapshotReader(limits, cancellationToken);
        var result = known.Document is null
            ? reader.Open(path, trusted: [], known.Name)
            : reader.ReadChecked(SealedContentsOf(known, cancellationToken), known.Name, known.Agrees);
        if (result.Snapshot is { } snapshot && snapshot.Files.SequenceEqual(known.Files))
            return snapshot;
        throw new EvidenceReadException(SnapshotDescriptors.ChangedWhileRead, known.Name);
    }

    private SealedContents SealedContentsOf(SnapshotOutline known, CancellationToken cancellationToken) =>
        new(known.Digest, known.Document, [], known.Signatures, SealedFilesOf(known, cancellationToken));

    /// <summary>Those files that an evaluation reads, and no other one; what cannot be read is left out.</summary>
    private ImmutableArray<Source> SealedFilesOf(SnapshotOutline known, CancellationToken cancellationToken)
    {
        var refusals = new SnapshotDiagnosticBag(keptOfEachSeverity: 1);
        var files = known.Files.Where(file => file.DecodedFrom is null);
        if (Directory.Exists(path))
        {
            var reader = new SourceReader(limits, refusals, cancellationToken);
            return
            [
                .. files.Select(file => reader.ReadFile(Path.Combine(path, file.Path), file.Name, inFolder: true))
                    .OfType<Source>(),
            ];
        }

        using var bag = BagReader.Open(path, limits, refusals, cancellationToken);
        return bag is null ? [] : [.. files.Select(file => bag.Read(file.Path)?.Renamed(file.Name)).OfType<Source>()];
    }
}
