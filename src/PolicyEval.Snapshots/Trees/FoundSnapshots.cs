using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Trees;

/// <summary>What a tree holds.</summary>
/// <param name="Snapshots">The snapshots by place (ordinal).</param>
/// <param name="Diagnostics">What was passed over, and where the search could not go; the file is the place.</param>
public sealed record FoundSnapshots(
    ImmutableArray<FoundSnapshot> Snapshots, ImmutableArray<SnapshotDiagnostic> Diagnostics);
