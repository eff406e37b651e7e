using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Markup;

/// <summary>Search and filter: hidden until the script shows it, for without a script it would do nothing.</summary>
internal static class FilterForm
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html)
    {
        html.Markup("<form id=\"filter\" role=\"search\" hidden>\n");
        html.Markup("<label for=\"text\">Search controls and findings</label> ");
        html.Markup("<input id=\"text\" type=\"search\" autocomplete=\"off\">\n");
        html.Markup("<fieldset><legend>Outcomes</legend>\n");
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            html.Write($"<label><input type=\"checkbox\" name=\"outcome\" value=\"{ResultWords.Of(outcome)}\" ");
            html.WriteLine($"checked> {ResultWords.ForPeople(outcome)}</label>");
        }

        html.Markup("</fieldset>\n<p id=\"shown\" role=\"status\"></p>\n</form>\n");
    }
}
