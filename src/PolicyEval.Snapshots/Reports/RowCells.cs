using System.Collections.Immutable;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Says of the cells of one row after the other what they mean, without an allocation. Used by one thread.
/// </summary>
public sealed class RowCells
{
    private readonly CsvBlock _block;
    private readonly ImmutableArray<int> _headerIndexOf;
    private readonly CellGroup[] _groups;
    private readonly int _more;
    private readonly CellKind[] _kinds = new CellKind[CredentialReportColumns.All.Length];
    private readonly long[] _ticks = new long[CredentialReportColumns.All.Length];
    private int _row;

    internal RowCells(CsvBlock block, ReportHeader header)
    {
        _block = block;
        _headerIndexOf = header.IndexOfKnown;
        _groups = CellGroup.Of(header);
        _more = header.IndexOfKnown[CredentialReportColumns.AdditionalCredentialsInfo];
        Array.Fill(_kinds, CellKind.Absent);
    }

    /// <summary>
    /// What the times and flags of the row that was typed last say, by the ordinals of
    /// <see cref="CredentialReportColumns"/>; <see cref="CellKind.Absent"/> for those that the report has not. Of other
    /// columns nothing.
    /// </summary>
    public ReadOnlySpan<CellKind> Kinds => _kinds;

    /// <summary>
    /// The instants among them in UTC, in ticks of <see cref="DateTime"/>; anything for what is no timestamp.
    /// </summary>
    public ReadOnlySpan<long> Ticks => _ticks;

    /// <summary>What the cell of a known column says that holds no times and no flags.</summary>
    /// <param name="knownColumn">Its ordinal in <see cref="CredentialReportColumns"/>.</param>
    public CellKind TypeOf(int knownColumn) => _headerIndexOf[knownColumn] is >= 0 and var index
        ? QuickTyper.TypeOf(_block.RawOf(_row, index), CredentialReportColumns.All[knownColumn].Kind, out _)
        : CellKind.Absent;

    /// <summary>
    /// Types a row of the block. Whether each time and flag is of a kind that its column may hold, and there are no
    /// more credentials than these.
    /// </summary>
    internal bool Type(int row)
    {
        _row = row;
        var areUsual = true;
        foreach (var group in _groups)
        {
            if (group.Count > 1 && _block.RawOf(row, group.First, group.Count).SequenceEqual(group.Unused))
                SetUnused(group);
            else
                areUsual &= Type(group);
        }

        return areUsual
            && (_more < 0 || QuickTyper.TokenOf(_block.RawOf(row, _more)) != CellKind.Unrecognised);
    }

    private void SetUnused(CellGroup group)
    {
        var columns = group.Columns;
        _kinds[columns[0].Ordinal] = CellKind.False;
        for (var i = 1; i < columns.Length; i++)
            _kinds[columns[i].Ordinal] = CellKind.NotApplicable;
    }

    private bool Type(CellGroup group)
    {
        var areUsual = true;
        foreach (ref readonly var column in group.Columns.AsSpan())
        {
            var kind = QuickTyper.TypeOf(_block.RawOf(_row, column.Index), column.Kind, out _ticks[column.Ordinal]);
            _kinds[column.Ordinal] = kind;
            areUsual &= kind != CellKind.Unrecognised;
        }

        return areUsual;
    }
}
