using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Csv;

/// <summary>
/// The report for a spreadsheet: the auditor's list of everything that was tested, or the list of controls. The columns
/// only grow, at the end.
/// </summary>
public sealed class CsvReportWriter : IResultSink
{
    private readonly TextWriter _writer;
    private readonly CsvView _view;
    private readonly CsvLineWriter _lines;

    private ResultLines? _results;
    private RunHeader? _header;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="view">What a line is about.</param>
    public CsvReportWriter(TextWriter output, CsvView view)
    {
        _writer = output;
        _view = view;
        _lines = new CsvLineWriter(output);
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        _header = header;
        if (_view == CsvView.Results)
        {
            _results = new ResultLines(_lines, header);
            _results.WriteColumns();
        }
        else
        {
            ControlLines.WriteColumns(_lines);
        }
    }

    /// <inheritdoc/>
    public void Add(Finding finding) => _results?.Write(finding);

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        if (_view == CsvView.Controls)
            ControlLines.Write(_lines, header, footer);
        _writer.Flush();
    }
}
