using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// The report for people: decided controls first with their proof, then what the evidence cannot decide with the
/// command that gets it, then the counts. Every string of the evidence is made safe for a terminal.
/// </summary>
public sealed class ConsoleReportWriter : IResultSink
{
    private readonly TerminalWriter _terminal;
    private readonly Dictionary<string, ControlDetails> _details = new(StringComparer.Ordinal);
    private readonly ControlDetails _noControl = new();

    private bool _severalAccounts;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="style">Width and colour.</param>
    public ConsoleReportWriter(TextWriter output, ReportStyle style) => _terminal = new TerminalWriter(output, style);

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        HeaderBlock.Write(_terminal, header);
        _severalAccounts = header.Snapshots.Sum(snapshot => snapshot.Accounts.Length) > 1;
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (finding.Controls.IsEmpty)
            _noControl.Add(finding);

        foreach (var control in finding.Controls)
        {
            if (!_details.TryGetValue(control, out var details))
                _details.Add(control, details = new ControlDetails());
            details.Add(finding);
        }
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var lines = new FindingLines(_terminal, _severalAccounts);
        foreach (var framework in footer.Controls.GroupBy(control => control.Framework, StringComparer.Ordinal))
            WriteFramework([.. framework], new ControlTable(_terminal, lines));

        if (_noControl.Counts.Total > 0)
            WriteWithoutControl(lines);

        _terminal.EndLine();
        CountLines.Write(_terminal, footer);
        _terminal.Flush();
    }

    private void WriteFramework(List<ControlResult> controls, ControlTable table)
    {
        table.WriteHeading();
        foreach (var control in controls.Where(c => c.Outcome is not (Outcome.Manual or Outcome.NotAssessed)))
        {
            var details = _details.GetValueOrDefault($"{control.Framework}/{control.Id}") ?? new ControlDetails();
            table.Write(control, details);
        }

        OpenControls.Write(_terminal, controls, Outcome.NotAssessed);
        OpenControls.Write(_terminal, controls, Outcome.Manual);
    }

    private void WriteWithoutControl(FindingLines lines)
    {
        _terminal.EndLine();
        _terminal.WriteLine("Policies that no control of the framework names", Tone.Heading);
        _terminal.WriteWrapped(ResultWords.Counted(_noControl.Counts), 2);
        foreach (var outcome in Enum.GetValues<Outcome>())
            lines.WriteAll(_noControl, outcome);
    }
}
