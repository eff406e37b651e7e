using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// The row that was checked last while a report is opened; the same object for each. Used by one thread.
/// </summary>
public sealed class WatchedRow
{
    private readonly CsvBlock _block;
    private readonly bool _isReadAgain;
    private int _row;
    private int _index;
    private long _offset;

    /// <param name="block">What the rows are split in.</param>
    /// <param name="header">The columns.</param>
    /// <param name="isReadAgain">Whether rows are read from disk again, so that their bytes have to be known.</param>
    internal WatchedRow(CsvBlock block, ReportHeader header, bool isReadAgain)
    {
        _block = block;
        _isReadAgain = isReadAgain;
        Cells = new RowCells(block, header);
    }

    /// <summary>Its cells; its times and flags are typed already.</summary>
    public RowCells Cells { get; }

    /// <summary>The index of its account in <see cref="CredentialReport.Accounts"/>.</summary>
    public int Account { get; private set; }

    /// <summary>Whether it is a root user's.</summary>
    public bool IsRoot { get; private set; }

    /// <summary>Where it stands.</summary>
    public RowPlace Place
    {
        get
        {
            var cells = _block.RowAt(_row);
            var (start, length) = (cells.Start, cells.End - cells.Start);
            return new RowPlace
            {
                Index = _index,
                Line = _block.LineOf(_row),
                Offset = _offset + start,
                Length = length,
                Fingerprint = _isReadAgain ? Fingerprint.OfShort(_block.Text.Slice(start, length)) : 0,
            };
        }
    }

    /// <summary>Becomes a row.</summary>
    /// <param name="row">Its index in the block.</param>
    /// <param name="index">Its index in the report.</param>
    /// <param name="offset">Where the block starts in the file.</param>
    /// <param name="account">The index of its account.</param>
    /// <param name="isRoot">Whether it is a root user's.</param>
    internal void MoveTo(int row, int index, long offset, int account, bool isRoot) =>
        (_row, _index, _offset, Account, IsRoot) = (row, index, offset, account, isRoot);
}
