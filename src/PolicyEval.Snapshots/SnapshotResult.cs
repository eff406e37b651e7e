using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots;

/// <summary>What reading an input gave.</summary>
/// <param name="Snapshot">The snapshot, or null where an error makes the input unusable.</param>
/// <param name="Diagnostics">All that is to be said about it, by file, line and column.</param>
public sealed record SnapshotResult(Snapshot? Snapshot, ImmutableArray<SnapshotDiagnostic> Diagnostics);
