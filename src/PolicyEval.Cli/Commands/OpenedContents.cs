using System.Collections.Immutable;
using PolicyEval.Snapshots;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// The files of several snapshots, of which one is open at a time: whoever asks goes from one to the next.
/// </summary>
/// <param name="snapshots">The snapshots; what cannot be used has no files.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class OpenedContents(ImmutableArray<SnapshotResult> snapshots, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, SnapshotOutline> _outlines =
        snapshots.Select(opened => opened.Outline).OfType<SnapshotOutline>()
            .DistinctBy(outline => outline.Digest).ToDictionary(outline => outline.Digest, StringComparer.Ordinal);

    private Snapshot? _opened;

    /// <summary>The bytes of a file; null where no snapshot of that digest is here, or it has no such file.</summary>
    /// <exception cref="Snapshots.Sources.EvidenceReadException">The snapshot was changed meanwhile.</exception>
    public ReadOnlyMemory<byte>? Find(string digest, string file)
    {
        if (!_outlines.TryGetValue(digest, out var outline))
            return null;
        if (_opened?.Digest != digest)
            _opened = outline.Open(cancellationToken);
        return _opened.ContentOf(file);
    }
}
