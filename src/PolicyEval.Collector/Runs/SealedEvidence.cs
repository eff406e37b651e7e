using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Collector.Runs;

/// <summary>A snapshot that was sealed, or why there is none.</summary>
/// <param name="Path">Where it is, or was to be.</param>
/// <param name="Digest">The snapshot digest; empty where there is none.</param>
/// <param name="Document">What the snapshot says of itself; null where there is none.</param>
/// <param name="Reason">Why there is none, in one line; else empty.</param>
internal sealed record SealedEvidence(string Path, string Digest, SnapshotDocument? Document, string Reason);
