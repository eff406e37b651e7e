using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Trees;

/// <summary>What is read of a tree.</summary>
/// <param name="Snapshots">
/// The snapshots of accounts, opened and checked, by place; one that cannot be used is among them. Their evidence is
/// let go (see <see cref="SnapshotOutline"/>).
/// </param>
/// <param name="LeftOut">Those that are not read on, by place.</param>
/// <param name="Organizations">The newest list of accounts of each organisation, by place.</param>
/// <param name="Diagnostics">What is to be said of the tree; the file is a place in it.</param>
public sealed record GatheredSnapshots(
    ImmutableArray<SnapshotResult> Snapshots,
    ImmutableArray<LeftOutSnapshot> LeftOut,
    ImmutableArray<OrganizationSnapshot> Organizations,
    ImmutableArray<SnapshotDiagnostic> Diagnostics);
