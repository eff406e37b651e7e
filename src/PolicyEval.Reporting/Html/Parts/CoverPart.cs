using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Facts;
using PolicyEval.Reporting.Html.Markup;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>What was judged, by what, as of when, who vouches for it, and every rule that is not standard.</summary>
internal static class CoverPart
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html, RunHeader header, RunFooter footer)
    {
        html.Markup("<section id=\"cover\">\n<h2>What was judged</h2>\n");
        WriteFacts(html, RuleFacts.Of(header).Concat(GateFacts.Of(header, footer)));
        if (header.Snapshots.Length > SnapshotFacts.BlocksMax)
        {
            html.Markup("<h3>Evidence</h3>\n");
            WriteFacts(html, ManySnapshotFacts.Of(header, "in appendix B"));
        }
        else
        {
            foreach (var snapshot in header.Snapshots)
            {
                html.WriteLine($"<h3>Evidence {snapshot.Label.Text}</h3>");
                WriteFacts(html, SnapshotFacts.Of(snapshot));
            }
        }

        html.Markup("</section>\n");
    }

    private static void WriteFacts(HtmlOutput html, IEnumerable<Fact> facts)
    {
        html.Markup("<dl>\n");
        foreach (var fact in facts)
        {
            var mark = new Markup.Html(fact.Weight == FactWeight.Plain ? "" : " class=\"doubtful\"");
            html.WriteLine($"<dt>{fact.Label}</dt><dd{mark}>{fact.Text}</dd>");
        }

        html.Markup("</dl>\n");
    }
}
