using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>A column whose cells are typed.</summary>
/// <param name="Index">Its index in the header.</param>
/// <param name="Slot">Its place among those that are asked for; -1 for a column that nobody asks for.</param>
/// <param name="Kind">What it holds.</param>
internal readonly record struct TypedColumn(int Index, int Slot, ColumnKind Kind)
{
    /// <summary>What its cells mostly are, by their length.</summary>
    public UsualCell[] Usual { get; } = Kind switch
    {
        ColumnKind.Timestamp => UsualCell.OfTimes,
        ColumnKind.Bool => UsualCell.OfFlags,
        _ => UsualCell.OfTexts,
    };
}
