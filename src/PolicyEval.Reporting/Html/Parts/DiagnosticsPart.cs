using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>What the program has to say about evidence, policies and options.</summary>
internal static class DiagnosticsPart
{
    /// <summary>Writes it; nothing where there is nothing to say.</summary>
    public static void Write(HtmlOutput html, RunFooter footer)
    {
        if (footer.Diagnostics.IsEmpty)
            return;
        html.Markup("<section id=\"diagnostics\">\n<h2>Diagnostics</h2>\n");
        HtmlTable.BeginWide(html, "diagnostics", "Diagnostics of the run", "Id", "Weight", "Place", "What", "Way out");
        foreach (var diagnostic in footer.Diagnostics)
        {
            var place = diagnostic.Location == Location.None ? "" : diagnostic.Location.ToString();
            html.Write($"<tr><th scope=\"row\">{diagnostic.Id}</th><td>{ResultWords.Of(diagnostic.Severity)}</td>");
            html.Write($"<td>{place}</td><td>{diagnostic.Message}</td>");
            html.WriteLine($"<td>{diagnostic.Descriptor.Help}</td></tr>");
        }

        HtmlTable.EndWide(html);
        html.Markup("</section>\n");
    }
}
