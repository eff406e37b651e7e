using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// The report for people: section by section the decided controls with their proof, and what the evidence cannot
/// decide; then the counts. Every string of the evidence is made safe for a terminal.
/// </summary>
public sealed class ConsoleReportWriter : IResultSink
{
    /// <summary>How many findings of one outcome are shown of each control.</summary>
    private const int FindingsShown = 10;

    /// <summary>The same where all are wanted: memory stays flat, and nobody reads on.</summary>
    private const int FindingsShownVerbose = 1000;

    private readonly TerminalWriter _terminal;
    private readonly ReportOptions _options;
    private readonly FindingGroups _findings;

    private RunHeader? _header;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="style">Width and colour.</param>
    /// <param name="options">How much is said.</param>
    public ConsoleReportWriter(TextWriter output, ReportStyle style, ReportOptions options)
    {
        _terminal = new TerminalWriter(output, style);
        _options = options;
        _findings = new FindingGroups(
            options.Detail == ReportDetail.Verbose ? FindingsShownVerbose : FindingsShown);
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _header = header;

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (_options.Detail != ReportDetail.Quiet)
            _findings.Add(finding);
    }

    /// <inheritdoc/>
    public int Wanted(PolicyReference policy, Outcome outcome) =>
        _options.Detail == ReportDetail.Quiet ? 0 : _findings.Limit;

    /// <inheritdoc/>
    public void Count(in CountedFindings counted) => _findings.Count(counted);

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        if (_options.Detail == ReportDetail.Quiet)
            QuietLines.Write(_terminal, header, footer);
        else
            Write(header, footer);
        _terminal.Flush();
    }

    private void Write(RunHeader header, RunFooter footer)
    {
        HeaderBlock.Write(_terminal, header, footer);
        new AccountLines(_terminal, _options).Write(header, footer, namesWorst: true);
        var table = new ControlTable(_terminal, new ControlLines(_terminal, header, _options.Detail));
        var lines = new FrameworkLines(_terminal, table, _findings, _options);
        foreach (var framework in header.Frameworks)
            lines.Write(framework, footer);
        if (_findings.HasPolicies)
            WriteWithoutControl(header, table);

        WaiverLines.Write(_terminal, header, footer);
        SnapshotList.Write(_terminal, header);
        _terminal.EndLine();
        CountLines.Write(_terminal, footer, namesFailing: true);
    }

    private void WriteWithoutControl(RunHeader header, ControlTable table)
    {
        // Accounts may differ in severity: as for a control the highest is shown.
        var policies = header.Policies.Where(policy => policy.Controls.IsEmpty).GroupBy(policy => policy.Name)
            .Select(variants => variants.MaxBy(variant => variant.Severity)!)
            .Where(policy => _options.Shows(_findings.OfPolicy(policy.Name).Counts.RollUp)).ToList();
        if (policies.Count == 0)
            return;
        _terminal.EndLine();
        _terminal.WriteLine("Policies that no control of the framework names", Tone.Heading);
        var details = policies.ConvertAll(policy => _findings.OfPolicy(policy.Name));
        table.Write("Policy", [.. policies.Zip(details, (p, d) => TableRow.Of(p, d.Counts))], details);
    }
}
