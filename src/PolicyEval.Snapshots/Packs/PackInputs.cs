using System.Collections.Immutable;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Snapshots.Packs;

/// <summary>What is to be packed.</summary>
public sealed record PackInputs
{
    /// <summary>The program, such as <c>policyeval 0.1.0</c>.</summary>
    public required string Producer { get; init; }

    /// <summary>The snapshots, in the order evaluated; each was read and can be used.</summary>
    public required ImmutableArray<SnapshotResult> Snapshots { get; init; }

    /// <summary>Organisations' lists of accounts; each can be used.</summary>
    public ImmutableArray<OrganizationSnapshot> Organizations { get; init; } = [];

    /// <summary>Whether the snapshots were found in a folder.</summary>
    public bool IsOfTree { get; init; }

    /// <summary>The snapshots of folders that are not in it: reports name them.</summary>
    public ImmutableArray<LeftOutSnapshot> LeftOut { get; init; } = [];

    /// <summary>Rules, lists and keys, those of a kind in the order read.</summary>
    public ImmutableArray<PackedFile> Files { get; init; } = [];
}
