using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// The report for people: decided controls first with their proof, then what the evidence cannot decide with the
/// command that gets it, then the counts. Every string of the evidence is made safe for a terminal.
/// </summary>
public sealed class ConsoleReportWriter : IResultSink
{
    /// <summary>How many findings of one outcome are shown of each control.</summary>
    private const int FindingsShown = 10;

    private readonly TerminalWriter _terminal;
    private readonly FindingGroups _findings = new(FindingsShown);

    private RunHeader? _header;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="style">Width and colour.</param>
    public ConsoleReportWriter(TextWriter output, ReportStyle style) => _terminal = new TerminalWriter(output, style);

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _header = header;

    /// <inheritdoc/>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        HeaderBlock.Write(_terminal, header, footer);
        new AccountLines(_terminal).Write(header, footer, namesWorst: true);
        var table = new ControlTable(_terminal, new FindingLines(_terminal, header.Snapshots));
        foreach (var framework in footer.Controls.GroupBy(control => control.Framework, StringComparer.Ordinal))
            WriteFramework([.. framework], footer, table);

        if (_findings.HasPolicies)
            WriteWithoutControl(header, table);

        WaiverLines.Write(_terminal, header, footer);
        SnapshotList.Write(_terminal, header);
        _terminal.EndLine();
        CountLines.Write(_terminal, footer);
        _terminal.Flush();
    }

    private void WriteFramework(List<ControlResult> controls, RunFooter footer, ControlTable table)
    {
        _terminal.EndLine();
        table.WriteHeading("Control");
        foreach (var control in controls.Where(c => c.Outcome is not (Outcome.Manual or Outcome.NotAssessed)))
            table.Write(TableRow.Of(control), _findings.Of(control));

        OpenControls.Write(_terminal, controls, footer.Accounts, Outcome.NotAssessed);
        OpenControls.Write(_terminal, controls, footer.Accounts, Outcome.Manual);
    }

    private void WriteWithoutControl(RunHeader header, ControlTable table)
    {
        _terminal.EndLine();
        _terminal.WriteLine("Policies that no control of the framework names", Tone.Heading);
        table.WriteHeading("Policy");
        foreach (var variants in header.Policies.Where(p => p.Controls.IsEmpty).GroupBy(p => p.Name))
        {
            // Accounts may differ in severity: as for a control the highest is shown.
            var policy = variants.MaxBy(variant => variant.Severity)!;
            var details = _findings.OfPolicy(policy.Name);
            table.Write(TableRow.Of(policy, details.Counts), details);
        }
    }
}
