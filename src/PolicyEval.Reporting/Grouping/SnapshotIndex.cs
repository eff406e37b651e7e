using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Grouping;

/// <summary>The snapshots of a run by digest.</summary>
/// <param name="header">The inputs.</param>
internal sealed class SnapshotIndex(RunHeader header)
{
    private readonly Dictionary<string, SnapshotReference> _snapshots = ByDigest(header);

    /// <summary>The snapshot of a finding; of several with one content the first.</summary>
    public SnapshotReference Of(Finding finding) => _snapshots[finding.Snapshot];

    private static Dictionary<string, SnapshotReference> ByDigest(RunHeader header)
    {
        var result = new Dictionary<string, SnapshotReference>(StringComparer.Ordinal);
        foreach (var snapshot in header.Snapshots)
            result.TryAdd(snapshot.Digest, snapshot);
        return result;
    }
}
