using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>Every waiver of the run with what became of it.</summary>
internal static class WaiversPart
{
    /// <summary>Writes it; nothing where there are no waivers.</summary>
    public static void Write(HtmlOutput html, RunHeader header, RunFooter footer)
    {
        if (footer.Waivers.IsEmpty)
            return;
        var ignored = header.Options.IgnoreWaivers ? ", all ignored" : "";
        html.Markup("<section id=\"waivers\">\n<h2>Waivers</h2>\n");
        html.Write($"<p>{ResultWords.Plural(footer.Waivers.Length, "waiver")}{ignored}. ");
        html.Markup("A waived failure stays a failure and does not count at the gate.</p>\n");
        HtmlTable.BeginWide(html, "waivers", "Waivers", "Waiver", "State", "Use", "Owner", "Approved", "Ticket", "Why");
        foreach (var waiver in footer.Waivers)
        {
            html.Write($"<tr><th scope=\"row\">{waiver.Name}<br><small>{waiver.File}:{waiver.Line}</small></th>");
            html.Write($"<td>{WaiverWords.StateOf(waiver)}</td><td>{WaiverWords.UseOf(waiver)}</td>");
            html.Write($"<td>{waiver.Owner}</td><td>{waiver.ApprovedBy}, {waiver.ApprovedOn}</td>");
            html.WriteLine($"<td>{waiver.Ticket}</td><td>{waiver.Justification}</td></tr>");
        }

        HtmlTable.EndWide(html);
        html.Markup("</section>\n");
    }
}
