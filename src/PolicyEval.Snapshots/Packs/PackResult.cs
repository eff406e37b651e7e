using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Packs;

/// <summary>What opening a pack gave.</summary>
/// <param name="Pack">The pack; null after an error: then nothing in it is to be relied on.</param>
/// <param name="Diagnostics">All that is to be said about it.</param>
public sealed record PackResult(Pack? Pack, ImmutableArray<SnapshotDiagnostic> Diagnostics);
