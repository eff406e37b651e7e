using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// The table of results as an Apache Parquet file, for data lakes: the rows and columns of the CSV report, with types,
/// exact text, and null where there is nothing. Row groups are written as they fill up and the stream is only written
/// forwards, so that millions of findings are not kept and a pipe will do. The columns only grow, at the end.
/// </summary>
/// <param name="output">Is flushed at the end and left open.</param>
public sealed class ParquetReportWriter(Stream output) : IResultSink
{
    /// <summary>The version of the table's shape: the second number grows with each new column.</summary>
    public const string FormatVersion = "1.0";

    private readonly ParquetTableWriter _table = new(ResultColumns.All);
    private readonly PlainCells _cells = new();
    private RunHeader? _header;
    private ResultRows? _rows;

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        _header = header;
        _rows = new ResultRows(header);
        _table.Begin(output);
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        var rows = _rows ?? throw new InvalidOperationException("The run has no beginning.");
        foreach (var row in rows.Of(finding))
        {
            foreach (var column in ResultColumns.All)
                _table.Add(_cells.Of(column, row));
        }
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        _table.End(ParquetInputs.Of(header, footer), header.ToolVersion);
    }
}
