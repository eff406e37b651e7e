using PolicyEval.Collector.Accounts;

namespace PolicyEval.Collector.Runs;

/// <summary>Makes a snapshot of what was collected.</summary>
internal interface ISnapshotSealer
{
    /// <summary>Seals it, whole or not at all.</summary>
    SealedEvidence Seal(CollectedEvidence evidence, CancellationToken cancellation);
}
