using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The report in a glance: the inputs and the counts, no resource by name.</summary>
public sealed class SummaryReportWriter : IResultSink
{
    private readonly TerminalWriter _terminal;
    private readonly Dictionary<string, OutcomeCounts> _withoutControl = new(StringComparer.Ordinal);

    private RunHeader? _header;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="style">Width and colour.</param>
    public SummaryReportWriter(TextWriter output, ReportStyle style) => _terminal = new TerminalWriter(output, style);

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _header = header;

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        // The footer counts findings and controls, and knows of no policy that no control names.
        if (finding.Controls.IsEmpty)
        {
            _withoutControl[finding.Policy] = _withoutControl.GetValueOrDefault(finding.Policy, OutcomeCounts.None)
                .Add(finding.Outcome, finding.Waiver is not null);
        }
    }

    /// <inheritdoc/>
    public int Wanted(PolicyReference policy, Outcome outcome) => 0;

    /// <inheritdoc/>
    public void Count(in CountedFindings counted)
    {
        if (counted.Policy.Controls.IsEmpty)
        {
            _withoutControl[counted.Policy.Name] = _withoutControl
                .GetValueOrDefault(counted.Policy.Name, OutcomeCounts.None).Add(counted.Outcome, counted.Count);
        }
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        HeaderBlock.Write(_terminal, header, footer);
        new AccountLines(_terminal, ReportOptions.Default).Write(header, footer, namesWorst: false);
        _terminal.EndLine();
        if (_withoutControl.Count > 0)
            WriteWithoutControl();
        WaiverLines.WriteCounts(_terminal, footer);
        CountLines.Write(_terminal, footer);
        _terminal.Flush();
    }

    private void WriteWithoutControl()
    {
        var counts = _withoutControl.Values.Aggregate(OutcomeCounts.None, (sum, policy) => sum.Add(policy.RollUp));
        var policies = _withoutControl.Count == 1 ? "1 policy" : $"{_withoutControl.Count} policies";
        _terminal.WriteWrapped($"{policies} that no control names: {ResultWords.Counted(counts)}", 0);
    }
}
