using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Html.Parts;

namespace PolicyEval.Reporting.Html;

/// <summary>
/// The report that is handed over: one HTML file that needs no network, no script and no other file. It is read from
/// the top: what was judged, what came out, then every control with its findings and their proof, then how to check all
/// of it by hand. Of one control and outcome the first 10,000 findings are shown, and how many more there are.
/// </summary>
public sealed class HtmlReportWriter : IResultSink
{
    private const int FindingsShown = 10_000;

    private readonly HtmlOutput _html;
    private readonly FindingGroups _findings = new(FindingsShown);

    private RunHeader? _header;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    public HtmlReportWriter(TextWriter output) => _html = new HtmlOutput(output);

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _header = header;

    /// <inheritdoc/>
    public int Wanted(PolicyReference policy, Outcome outcome) => _findings.Limit;

    /// <inheritdoc/>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <inheritdoc/>
    public void Count(in CountedFindings counted) => _findings.Count(counted);

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        HtmlPage.Begin(_html, header);
        CoverPart.Write(_html, header, footer);
        VerdictPart.Write(_html, header, footer);
        AccountsPart.Write(_html, header, footer, _findings);
        WaiversPart.Write(_html, header, footer);
        ControlListPart.Write(_html, header, footer);
        new ControlsPart(_html, header, _findings).Write(footer);
        OpenControlsPart.Write(_html, header, footer);
        DiagnosticsPart.Write(_html, footer);
        MethodPart.Write(_html, header);
        ManifestPart.Write(_html, header);
        RulesPart.Write(_html, header);
        GlossaryPart.Write(_html);
        SignOffPart.Write(_html);
        HtmlPage.End(_html, header);
        _html.Flush();
    }
}
