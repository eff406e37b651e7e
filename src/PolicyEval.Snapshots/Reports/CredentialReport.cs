using System.Collections.Immutable;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// An IAM credential report: the file's bytes and an index of its rows. Cells are read from the bytes when they are
/// asked for. Immutable; any number of threads may read.
/// </summary>
public sealed class CredentialReport
{
    private const int RowsOfBlock = 1024;

    private readonly CsvText _text;
    private readonly RowIndex _rows;
    private readonly ImmutableArray<int> _headerIndexOfKnown;
    private readonly ImmutableArray<CredentialReportColumn?> _knownOfHeader;

    internal CredentialReport(EvidenceFile file, CsvText text, ReportHeader header, RowIndex rows)
    {
        File = file;
        Header = header.Names;
        _text = text;
        _rows = rows;
        _headerIndexOfKnown = header.IndexOfKnown;
        _knownOfHeader = header.Known;
    }

    /// <summary>The file that evidence cites.</summary>
    public EvidenceFile File { get; }

    /// <summary>The names of the columns, as the file writes them, known and unknown.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The number of rows without the header.</summary>
    public int RowCount => _rows.Count;

    /// <summary>The accounts, in the order of their first rows.</summary>
    public ImmutableArray<SnapshotAccount> Accounts => _rows.Accounts;

    /// <summary>A row, by its 0-based index.</summary>
    public CredentialReportRow RowAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, RowCount);
        return new CredentialReportRow(this, index);
    }

    /// <summary>The rows, in order.</summary>
    public IEnumerable<CredentialReportRow> Rows() => Enumerable.Range(0, RowCount).Select(RowAt);

    /// <summary>The number of blocks: runs of rows that are read together.</summary>
    public int BlockCount => (RowCount + RowsOfBlock - 1) / RowsOfBlock;

    /// <summary>What reads the rows, for one thread.</summary>
    public RowCursor OpenCursor() => new(this);

    /// <summary>Whether the report has a known column of that name.</summary>
    public bool HasColumn(string name) =>
        CredentialReportColumns.Find(name) is { } column && _headerIndexOfKnown[column.Ordinal] >= 0;

    internal ReadOnlyMemory<byte> Content => _text.Memory;

    internal (int First, int Count) BlockAt(int block) =>
        (block * RowsOfBlock, Math.Min(RowsOfBlock, RowCount - (block * RowsOfBlock)));

    internal RowPlace PlaceOf(int row) => _rows.PlaceOf(row);

    internal SnapshotAccount AccountOf(int row) => _rows.AccountOf(row);

    internal Cell KnownCell(int row, int ordinal)
    {
        var column = CredentialReportColumns.All[ordinal];
        var index = _headerIndexOfKnown[ordinal];
        return index < 0 ? new Cell(column.Name) : CellAt(row, index, column.Name, column.Kind);
    }

    internal Cell HeaderCell(int row, int index) =>
        _knownOfHeader[index] is { } column
            ? CellAt(row, index, column.Name, column.Kind)
            : CellAt(row, index, Header[index], ColumnKind.Text);

    private Cell CellAt(int row, int index, string field, ColumnKind kind)
    {
        var place = _rows.PlaceOf(row);
        var (start, length) = RowSplitter.CellOf(_text.Bytes, place, index);
        var (cellKind, time) = CellTyper.TypeOf(_text.Bytes.Slice(start, length), kind);
        return new Cell(field, cellKind, time, _text, place, start, length);
    }
}
