using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Bags;

/// <summary>What became of the writing of a bag.</summary>
/// <param name="Target">Where it is, or was to be, as the caller said.</param>
/// <param name="Digest">The snapshot digest of what was to be written.</param>
/// <param name="IsWritten">Whether the whole bag is at the target; if not, nothing of it is.</param>
/// <param name="Diagnostics">Why not; and what could not be removed.</param>
public sealed record BagWriteResult(
    string Target, string Digest, bool IsWritten, ImmutableArray<SnapshotDiagnostic> Diagnostics);
