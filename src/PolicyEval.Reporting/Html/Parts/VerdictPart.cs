using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>What came out: a sentence for each framework, and its sections by outcome as a table with bars.</summary>
internal static class VerdictPart
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html, RunHeader header, RunFooter footer)
    {
        html.Markup("<section id=\"verdict\">\n<h2>Verdict</h2>\n");
        foreach (var framework in header.Frameworks)
        {
            var controls = footer.Controls.Where(control => control.Framework == framework.Name).ToList();
            html.WriteLine($"<p class=\"verdict\">{VerdictSentence.Of(framework, controls)}</p>");
            if (controls.Count > 0)
                WriteTable(html, framework, controls);
        }

        html.Write($"<p>{ResultWords.Plural(footer.Findings.Total, "finding")}, each one policy about one resource: ");
        html.Write($"{ResultWords.Counted(footer.Findings)}. {ResultWords.Plural(footer.GateFailures, "failure")} ");
        if (footer.KnownFailures > 0)
            html.Write($"and {footer.KnownFailures} known from the baseline ");
        html.WriteLine($"at the gate; exit code {footer.ExitCode}.</p>\n</section>");
    }

    private static void WriteTable(HtmlOutput html, FrameworkReference framework, List<ControlResult> controls)
    {
        var outcomes = Enum.GetValues<Outcome>()
            .Where(outcome => controls.Exists(control => control.Outcome == outcome)).ToList();
        HtmlTable.BeginWide(
            html, "sections", $"Controls of {framework.Name} by section and outcome",
            ["Section", .. outcomes.Select(outcome => ResultWords.ForPeople(outcome) + "#"), "all#", "Share"]);
        foreach (var section in controls.GroupBy(control => control.Section, StringComparer.Ordinal))
            WriteRow(html, section.Key, ResultWords.Count(section), outcomes);
        WriteRow(html, "All sections", ResultWords.Count(controls), outcomes);
        HtmlTable.EndWide(html);
    }

    private static void WriteRow(HtmlOutput html, string name, OutcomeCounts counts, List<Outcome> outcomes)
    {
        html.Write($"<tr><th scope=\"row\">{name}</th>");
        foreach (var outcome in outcomes)
            html.Write($"<td class=\"number\">{ResultWords.CountOf(counts, outcome)}</td>");
        html.Write($"<td class=\"number\">{counts.Total}</td><td>");
        OutcomeBar.Write(html, counts);
        html.Markup("</td></tr>\n");
    }
}
