using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Goes through a report block by block and row by row, and types the cells that it is asked for, without an
/// allocation. Used by one thread; any number of cursors may read one report.
/// </summary>
public sealed class RowCursor
{
    private readonly CredentialReport _report;
    private readonly BlockReader _blocks;
    private readonly CsvBlock _block = new();
    private readonly RowCells _cells;
    private readonly int _arn;
    private byte[] _buffer = [];
    private byte[] _prefix = [];
    private int _prefixLength;
    private SnapshotAccount? _account;
    private int _number = -1;
    private int _firstRow;
    private int _row;

    internal RowCursor(CredentialReport report, BlockReader blocks, ImmutableArray<int> typed)
    {
        _report = report;
        _blocks = blocks;
        _cells = new RowCells(_block, report.Columns, typed, checksAll: false, isReadAgain: false);
        _arn = report.HeaderIndexOf(CredentialReportColumns.Arn);
    }

    /// <summary>The row. Good until the next <see cref="Open"/>.</summary>
    public CredentialReportRow Row => new(_report, _block, _row, _firstRow + _row);

    /// <summary>Types the cells of the row that the cursor was opened for. Good for this row.</summary>
    public RowCells Type()
    {
        _cells.Type(_row);
        return _cells;
    }

    /// <summary>The account of the row; the same object as long as the account is the same.</summary>
    public SnapshotAccount Account
    {
        get
        {
            var arn = _block.RowAt(_row).ValueOf(_arn);
            if (_account is null || !arn.StartsWith(_prefix.AsSpan(0, _prefixLength)))
                MoveTo(arn);
            return _account!;
        }
    }

    /// <summary>
    /// Whether the row is the root user: named <c>&lt;root_account&gt;</c>, and an ARN that ends in <c>:root</c>.
    /// </summary>
    public bool IsRoot => _report.IsRoot(_block, _row);

    /// <summary>Goes before a row of a block, which is read unless it is open.</summary>
    /// <param name="block">0 to <see cref="CredentialReport.BlockCount"/> - 1.</param>
    /// <param name="row">The index of the row in the block.</param>
    /// <exception cref="Sources.EvidenceReadException">
    /// The file was changed since the report was opened, or cannot be read any more; only where it is a large one that
    /// is not held in memory. Nothing that was concluded from it may stand.
    /// </exception>
    public void Open(int block, int row)
    {
        if (block != _number)
        {
            _number = -1;
            _blocks.Read(block, _block, ref _buffer);
            _number = block;
        }

        _firstRow = _blocks.Index.Blocks[block].FirstRow;
        _row = row - 1;
    }

    /// <summary>Goes before one row by itself; it is all that is read, and no other follows.</summary>
    /// <param name="place">Where it stands.</param>
    /// <exception cref="Sources.EvidenceReadException">As for <see cref="Open"/>.</exception>
    public void OpenRow(in RowPlace place)
    {
        _number = -1;
        _blocks.ReadRow(place, _block, ref _buffer);
        _firstRow = place.Index;
        _row = -1;
    }

    /// <summary>Goes to the next row; false where there is none.</summary>
    public bool MoveNext() => ++_row < _block.Rows;

    private void MoveTo(ReadOnlySpan<byte> text)
    {
        if (!IamArn.TryParse(text, out var arn))
            throw new UnreachableException("the ARN of each row was checked");
        _account = _report.AccountOf(arn);
        if (_prefix.Length < arn.Prefix.Length)
            _prefix = new byte[arn.Prefix.Length];
        arn.Prefix.CopyTo(_prefix);
        _prefixLength = arn.Prefix.Length;
    }
}
