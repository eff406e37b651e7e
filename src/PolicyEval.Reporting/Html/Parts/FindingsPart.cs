using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>The findings of a control: what is not in order one by one with its proof, the rest as a table.</summary>
internal sealed class FindingsPart(HtmlOutput html, RunHeader header)
{
    private static readonly Outcome[] InFull = [Outcome.Fail, Outcome.Error, Outcome.Incomplete, Outcome.NotAssessed];
    private static readonly Outcome[] InTable = [Outcome.Pass, Outcome.NotApplicable];

    private readonly RunIndex _index = new(header);

    /// <summary>Writes them.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="anchorOf">The name of the place of an account's first finding.</param>
    public void Write(ControlDetails findings, Func<string, string> anchorOf)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var outcome in InFull)
        {
            foreach (var finding in findings.Of(outcome))
                WriteInFull(finding, NameOf(finding, named, anchorOf));
            WriteRest(findings, outcome);
        }

        foreach (var outcome in InTable)
            WriteTable(findings, outcome, named, anchorOf);
    }

    private void WriteInFull(Finding finding, Markup.Html id)
    {
        var snapshot = _index.SnapshotOf(finding);
        html.WriteLine($"<article class=\"finding\"{id} data-outcome=\"{ResultWords.Of(finding.Outcome)}\">");
        html.Write($"<h4>{FindingWords.NameOf(finding, snapshot)} ");
        html.Write($"{Badge.Of(finding.Outcome, finding.Waiver is not null)}");
        if (finding.Baseline is { } baseline)
            html.Write($" <span class=\"badge\">{ResultWords.Of(baseline)}</span>");
        html.WriteLine($" <small>{finding.Reason}, severity {ResultWords.Of(finding.Severity)}</small></h4>");
        WriteMessage(finding);
        EvidencePart.Write(html, finding, snapshot);
        TracePart.Write(html, finding);
        html.WriteLine($"<p class=\"quiet\">{finding.Resource.Arn} fingerprint <code>{finding.Fingerprint}</code></p>");
        html.Markup("</article>\n");
    }

    private void WriteMessage(Finding finding)
    {
        if (finding.Violations.Length > 1)
        {
            html.Markup("<ul class=\"plain\">\n");
            foreach (var violation in finding.Violations)
                html.WriteLine($"<li>{violation.Reason}: {violation.Message}</li>");
            html.Markup("</ul>\n");
        }
        else if (finding.Message.Length > 0)
        {
            html.WriteLine($"<p>{finding.Message}</p>");
        }

        if (ChangeWords.Of(finding) is { Length: > 0 } changes)
            html.WriteLine($"<p class=\"doubtful\">Judged with {changes}</p>");
        if (finding.Waiver is { } waiver)
        {
            html.Write($"<p class=\"doubtful\">Waived until {waiver.Expires} by {waiver.Owner} ({waiver.Name}): ");
            html.WriteLine($"{waiver.Justification}</p>");
        }
    }

    private void WriteTable(
        ControlDetails findings, Outcome outcome, HashSet<string> named, Func<string, string> anchorOf)
    {
        var shown = findings.Of(outcome);
        if (shown.Count == 0)
            return;
        var words = ResultWords.ForPeople(outcome);
        html.Write($"<details class=\"rest\"><summary>{ResultWords.CountOf(findings.Counts, outcome)} ");
        html.WriteLine($"{words}</summary>");
        HtmlTable.Begin(html, "rest", $"Items tested: {words}", "Resource", "Why", "Evidence");
        foreach (var finding in shown)
        {
            var snapshot = _index.SnapshotOf(finding);
            html.Write($"<tr class=\"finding\"{NameOf(finding, named, anchorOf)} ");
            html.Write($"data-outcome=\"{ResultWords.Of(outcome)}\">");
            html.Write($"<th scope=\"row\">{FindingWords.NameOf(finding, snapshot)}</th>");
            html.Write($"<td>{finding.Message}</td><td>");
            EvidencePart.WriteCells(html, finding, snapshot);
            html.Markup("</td></tr>\n");
        }

        HtmlTable.End(html);
        WriteRest(findings, outcome);
        html.Markup("</details>\n");
    }

    private void WriteRest(ControlDetails findings, Outcome outcome)
    {
        var rest = ResultWords.CountOf(findings.Counts, outcome) - findings.Of(outcome).Count;
        if (rest == 0)
            return;
        html.Write($"<p class=\"doubtful\">... and {rest} more {ResultWords.ForPeople(outcome)}: ");
        html.Markup("see the JSON report</p>\n");
    }

    private static Markup.Html NameOf(Finding finding, HashSet<string> named, Func<string, string> anchorOf) =>
        finding.Resource.Account.Length > 0 && named.Add(finding.Resource.Account)
            ? new Markup.Html($" id=\"{anchorOf(finding.Resource.Account)}\"")
            : Markup.Html.None;
}
