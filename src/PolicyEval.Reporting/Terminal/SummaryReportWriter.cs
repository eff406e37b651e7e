using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The report in a glance: the inputs and the counts, no resource by name.</summary>
public sealed class SummaryReportWriter : IResultSink
{
    private readonly TerminalWriter _terminal;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="style">Width and colour.</param>
    public SummaryReportWriter(TextWriter output, ReportStyle style) => _terminal = new TerminalWriter(output, style);

    /// <inheritdoc/>
    public void Begin(RunHeader header) => HeaderBlock.Write(_terminal, header);

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        // The footer counts.
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        _terminal.EndLine();
        CountLines.Write(_terminal, footer);
        _terminal.Flush();
    }
}
