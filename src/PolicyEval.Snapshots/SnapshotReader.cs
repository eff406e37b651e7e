using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots;

/// <summary>Reads an input into a snapshot.</summary>
internal sealed class SnapshotReader(SnapshotLimits limits, CancellationToken cancellationToken)
{
    public SnapshotResult Open(string path)
    {
        cancellationToken.ThrowIfCancellationRequested();
        throw new NotSupportedException($"{path} {limits}");
    }

    public SnapshotResult Read(Stream stream, string name)
    {
        cancellationToken.ThrowIfCancellationRequested();
        throw new NotSupportedException($"{name} {stream} {limits}");
    }
}
