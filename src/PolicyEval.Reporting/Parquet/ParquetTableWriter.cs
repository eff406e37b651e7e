using System.Buffers.Binary;
using System.Collections.Immutable;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// Writes tables to streams, one after the other. Row groups are written as they fill up, and a stream is only written
/// forwards.
/// </summary>
internal sealed class ParquetTableWriter(ImmutableArray<ResultColumn> columns)
{
    private const int GroupRowsMax = 1 << 16;
    private const int GroupBytesMax = 1 << 25;

    private readonly ImmutableArray<ParquetColumn> _columns = [.. columns.Select(column => new ParquetColumn(column))];
    private readonly List<ImmutableArray<ColumnChunk>> _groups = [];
    private Stream _output = Stream.Null;
    private PageWriter _pages = new(Stream.Null);
    private int _column;
    private int _heldBytes;
    private int _rows;

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>Begins a table.</summary>
    /// <param name="output">Is flushed at the end of the table and left open.</param>
    public void Begin(Stream output)
    {
        _output = output;
        _pages = new PageWriter(output);
        _pages.Write(Magic);
    }

    /// <summary>Takes the next cell, as <see cref="PlainCells"/> has it: row by row, a cell for each column.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        var column = _columns[_column];
        column.Add(cell);
        _heldBytes += column.HeldBytes;
        if (++_column < _columns.Length)
            return;

        _rows++;
        if (_rows == GroupRowsMax || _heldBytes >= GroupBytesMax)
            EndGroup();
        _column = 0;
        _heldBytes = 0;
    }

    /// <summary>Ends the table.</summary>
    /// <param name="metadata">Names and values.</param>
    /// <param name="toolVersion">The tool's version.</param>
    public void End(IReadOnlyCollection<KeyValuePair<string, string>> metadata, string toolVersion)
    {
        EndGroup();
        var end = ParquetFooter.Of(columns, _groups, metadata, toolVersion);
        _groups.Clear();
        _pages.Write(end);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, end.Length);
        _pages.Write(length);
        _pages.Write(Magic);
        _output.Flush();
    }

    private void EndGroup()
    {
        if (_rows == 0)
            return;

        _groups.Add([.. _columns.Select(column => column.Flush(_pages))]);
        _rows = 0;
    }
}
