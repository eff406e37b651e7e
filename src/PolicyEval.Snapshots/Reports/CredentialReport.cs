using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// An IAM credential report, checked from its first byte to its last, and where blocks of its rows stand. A large file
/// is not held: its rows are read again when they are asked for. Immutable; any number of threads may read.
/// </summary>
public sealed class CredentialReport
{
    private readonly BlockReader _blocks;
    private readonly BlockCache _cache;
    private readonly AccountIndex _accountIndex;
    private readonly ImmutableArray<int> _headerIndexOfKnown;
    private readonly ImmutableArray<CredentialReportColumn?> _knownOfHeader;

    internal CredentialReport(
        EvidenceFile file,
        ByteStore bytes,
        ReportHeader header,
        ReportIndex index,
        AccountTable accounts,
        IRowWatcher? watcher)
    {
        Watcher = watcher;
        AreAccountsScattered = accounts.IsScattered;
        File = file;
        Header = header.Names;
        Columns = header;
        Accounts = accounts.ToImmutable();
        _accountIndex = accounts.Index;
        _blocks = new BlockReader(bytes, index, header.Names.Length, file);
        _cache = new BlockCache(_blocks);
        _headerIndexOfKnown = header.IndexOfKnown;
        _knownOfHeader = header.Known;
    }

    /// <summary>The file that evidence cites.</summary>
    public EvidenceFile File { get; }

    /// <summary>The names of the columns, as the file writes them, known and unknown.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The number of rows without the header.</summary>
    public int RowCount => _blocks.Index.Rows;

    /// <summary>The accounts, in the order of their first rows.</summary>
    public ImmutableArray<SnapshotAccount> Accounts { get; }

    /// <summary>A row, by its 0-based index. Nothing is read until a cell is asked for.</summary>
    public CredentialReportRow RowAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, RowCount);
        return new CredentialReportRow(this, index);
    }

    /// <summary>The rows, in order.</summary>
    public IEnumerable<CredentialReportRow> Rows() => Enumerable.Range(0, RowCount).Select(RowAt);

    /// <summary>
    /// The block, one of the runs of rows that are read together, that holds a row; and the row there.
    /// </summary>
    /// <param name="row">The row's index in the report.</param>
    public (int Block, int RowOfBlock) PlaceOf(int row)
    {
        var block = _blocks.Index.BlockOf(row);
        return (block, row - _blocks.Index.Blocks[block].FirstRow);
    }

    /// <summary>The number of blocks.</summary>
    public int BlockCount => _blocks.Index.Blocks.Length;

    /// <summary>The number of rows of a block, at least 1.</summary>
    /// <param name="block">0 to <see cref="BlockCount"/> - 1.</param>
    public int RowsOf(int block) => _blocks.Index.RowsOf(block);

    /// <summary>What reads the rows, for one thread.</summary>
    public RowCursor OpenCursor() => OpenCursor([]);

    /// <summary>What reads the rows, for one thread, and types some of their cells.</summary>
    /// <param name="typed">The ordinals of these columns, <see cref="RowCells.ColumnsMax"/> at most.</param>
    public RowCursor OpenCursor(ImmutableArray<int> typed) => new(this, _blocks, typed);

    /// <summary>Whether the report has a known column of that name.</summary>
    public bool HasColumn(string name) =>
        CredentialReportColumns.Find(name) is { } column && _headerIndexOfKnown[column.Ordinal] >= 0;

    /// <summary>What saw all rows while the report was opened, or null.</summary>
    public IRowWatcher? Watcher { get; }

    /// <summary>Whether rows of an account may stand behind those of another and again.</summary>
    public bool AreAccountsScattered { get; }

    /// <summary>The columns.</summary>
    internal ReportHeader Columns { get; }

    /// <summary>The index of a known column in the header, or -1.</summary>
    internal int HeaderIndexOf(int ordinal) => _headerIndexOfKnown[ordinal];

    /// <summary>All bytes of the file.</summary>
    /// <param name="bytesMax">How many there may be.</param>
    /// <exception cref="EvidenceReadException">
    /// The file has more, was changed, or cannot be read any more.
    /// </exception>
    internal ReadOnlyMemory<byte> ReadContent(int bytesMax) => _blocks.ReadAll(bytesMax);

    internal CsvBlock BlockOf(int row, out int rowOfBlock) => _cache.Find(row, out rowOfBlock);

    internal SnapshotAccount AccountOf(CsvBlock block, int rowOfBlock) =>
        IamArn.TryParse(block.RowAt(rowOfBlock).ValueOf(_headerIndexOfKnown[CredentialReportColumns.Arn]), out var arn)
            ? AccountOf(arn)
            : throw new UnreachableException("the ARN of each row was checked");

    internal SnapshotAccount AccountOf(IamArn arn) => Accounts[_accountIndex.Find(arn)];

    internal bool IsRoot(CsvBlock block, int rowOfBlock) =>
        block.RowAt(rowOfBlock).ValueOf(_headerIndexOfKnown[CredentialReportColumns.User])
            .SequenceEqual("<root_account>"u8);

    internal Cell KnownCell(CsvBlock block, int rowOfBlock, int ordinal)
    {
        var column = CredentialReportColumns.All[ordinal];
        var index = _headerIndexOfKnown[ordinal];
        return index < 0
            ? new Cell(column.Name)
            : new Cell(column.Name, column.Kind, block, rowOfBlock, index);
    }

    internal Cell HeaderCell(CsvBlock block, int rowOfBlock, int index) =>
        _knownOfHeader[index] is { } column
            ? new Cell(column.Name, column.Kind, block, rowOfBlock, index)
            : new Cell(Header[index], ColumnKind.Text, block, rowOfBlock, index);
}
