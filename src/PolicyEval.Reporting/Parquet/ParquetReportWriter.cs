using System.Buffers.Binary;
using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// The table of results as an Apache Parquet file, for data lakes: the rows and columns of the CSV report, with types,
/// exact text, and null where there is nothing. Row groups are written as they fill up and the stream is only written
/// forwards, so that millions of findings are not kept and a pipe will do. The columns only grow, at the end.
/// </summary>
public sealed class ParquetReportWriter : IResultSink
{
    /// <summary>The version of the table's shape: the second number grows with each new column.</summary>
    public const string FormatVersion = "1.0";

    private const int GroupRowsMax = 1 << 16;
    private const int GroupBytesMax = 1 << 25;

    private readonly Stream _output;
    private readonly PageWriter _pages;
    private readonly ImmutableArray<ParquetColumn> _columns =
        [.. ResultColumns.All.Select(column => new ParquetColumn(column))];

    private readonly List<ImmutableArray<ColumnChunk>> _groups = [];
    private RunHeader? _header;
    private ResultRows? _rows;
    private int _count;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    public ParquetReportWriter(Stream output)
    {
        _output = output;
        _pages = new PageWriter(output);
    }

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        _header = header;
        _rows = new ResultRows(header);
        _pages.Write(Magic);
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        var rows = _rows ?? throw new InvalidOperationException("The run has no beginning.");
        foreach (var row in rows.Of(finding))
        {
            var held = 0;
            foreach (var column in _columns)
            {
                column.Add(row);
                held += column.HeldBytes;
            }

            _count++;
            if (_count == GroupRowsMax || held >= GroupBytesMax)
                EndGroup();
        }
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        EndGroup();
        var end = ParquetFooter.Of(_groups, ParquetInputs.Of(header, footer), header.ToolVersion);
        _pages.Write(end);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, end.Length);
        _pages.Write(length);
        _pages.Write(Magic);
        _output.Flush();
    }

    private void EndGroup()
    {
        if (_count == 0)
            return;

        _groups.Add([.. _columns.Select(column => column.Flush(_pages))]);
        _count = 0;
    }
}
