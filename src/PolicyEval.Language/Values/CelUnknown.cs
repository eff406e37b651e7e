using System.Collections.Immutable;

namespace PolicyEval.Language.Values;

/// <summary>
/// Missing evidence as a value: the cells that would have been needed, in the order in which they were met.
/// </summary>
/// <param name="Cells">At least one cell; no cell twice.</param>
public sealed record CelUnknown(ImmutableArray<CelCell> Cells)
{
    /// <summary>The unknown of one cell.</summary>
    public static CelUnknown Of(CelRecord record, int slot) => new([new CelCell(record, slot)]);

    /// <summary>Both: the cells of this one, then those of the other that are not among them.</summary>
    public CelUnknown Merge(CelUnknown other) => new([.. Cells.Union(other.Cells)]);
}
