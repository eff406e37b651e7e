using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Goes through a report block by block and row by row, and types the cells that it is asked for, without an
/// allocation. Used by one thread; any number of cursors may read one report.
/// </summary>
public sealed class RowCursor
{
    private readonly CredentialReport _report;
    private int _row;
    private int _end;

    internal RowCursor(CredentialReport report) => _report = report;

    /// <summary>The row. Good until the next <see cref="Open"/>.</summary>
    public CredentialReportRow Row => _report.RowAt(_row);

    /// <summary>The account of the row; the same object as long as the account is the same.</summary>
    public SnapshotAccount Account => _report.AccountOf(_row);

    /// <summary>
    /// Whether the row is the root user: named <c>&lt;root_account&gt;</c>, and an ARN that ends in <c>:root</c>.
    /// </summary>
    public bool IsRoot => Account.RootRow == _row;

    /// <summary>Goes before the first row of a block.</summary>
    /// <param name="block">0 to <see cref="CredentialReport.BlockCount"/> - 1.</param>
    public void Open(int block)
    {
        var (first, count) = _report.BlockAt(block);
        _row = first - 1;
        _end = first + count;
    }

    /// <summary>Goes to the next row of the block; false where there is none.</summary>
    public bool MoveNext() => ++_row < _end;

    /// <summary>What the cell of a known column says.</summary>
    /// <param name="knownColumn">Its ordinal in <see cref="CredentialReportColumns"/>.</param>
    /// <param name="ticks">The instant in UTC, in ticks of <see cref="DateTime"/>; 0 for what is no timestamp.</param>
    public CellKind TypeOf(int knownColumn, out long ticks)
    {
        var cell = Row.Cell(knownColumn);
        ticks = cell.Kind == CellKind.Timestamp ? cell.Time.UtcTicks : 0;
        return cell.Kind;
    }
}
