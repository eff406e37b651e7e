using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Verification;

/// <summary>Whether the snapshots of a folder follow each other without a gap. Immutable.</summary>
/// <param name="Links">The snapshots that were found, by account and then in the order of their times.</param>
/// <param name="Diagnostics">Deleted, reordered, forked and missing ones, each named.</param>
/// <param name="IsWhole">Whether every snapshot is readable and names the one before it.</param>
public sealed record ChainVerification(
    ImmutableArray<ChainLink> Links, ImmutableArray<SnapshotDiagnostic> Diagnostics, bool IsWhole);
