using System.Collections.Immutable;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Snapshots.Packs;

/// <summary>What <c>pack.json</c> says: which file of the pack is what. Immutable.</summary>
internal sealed record PackDocument
{
    /// <summary>The format.</summary>
    public const string Format = "policyeval-pack/1";

    /// <summary>The program, such as <c>policyeval 0.1.0</c>.</summary>
    public required string Producer { get; init; }

    /// <summary>Whether the snapshots were found in a folder, so that there is an account of each.</summary>
    public required bool IsOfTree { get; init; }

    /// <summary>The snapshots, in the order evaluated.</summary>
    public required ImmutableArray<PackedSnapshot> Snapshots { get; init; }

    /// <summary>Organisations' lists of accounts.</summary>
    public required ImmutableArray<PackedSnapshot> Organizations { get; init; }

    /// <summary>The snapshots of folders that are not in the pack.</summary>
    public required ImmutableArray<LeftOutSnapshot> LeftOut { get; init; }

    /// <summary>The other files, those of a kind in the order read.</summary>
    public required ImmutableArray<PackedPlace> Files { get; init; }
}
