using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>How a finding came about: the tree of each rule that decided, with the value of each node.</summary>
internal static class TracePart
{
    private const int DepthMax = 12;

    /// <summary>Writes it; nothing where the finding has no trace.</summary>
    public static void Write(HtmlOutput html, Finding finding)
    {
        if (finding.Trace.IsEmpty)
            return;
        html.Markup("<details class=\"trace\"><summary>How it came about</summary>\n");
        foreach (var trace in finding.Trace)
        {
            html.WriteLine($"<p>{trace.Because}</p>");
            HtmlTable.Begin(html, "tree", $"Rule {trace.Name}", "Expression", "Value", "Read from");
            foreach (var row in trace.Rows)
                WriteRow(html, row);
            HtmlTable.End(html);
        }

        html.Markup("</details>\n");
    }

    private static void WriteRow(HtmlOutput html, TraceRow row)
    {
        // Styles in the tags would be against the policy of the page, so each depth has a class.
        html.Write($"<tr><td class=\"d{Math.Min(row.Depth, DepthMax)}\"><code>{row.Expression}</code></td>");
        var note = row.Skipped == SkipReason.None ? row.Note : ResultWords.ForPeople(row.Skipped);
        html.WriteLine($"<td><code>{row.Value}</code></td><td>{note}</td></tr>");
    }
}
