using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>Every control of every framework in a line, each leading to its own section.</summary>
internal static class ControlListPart
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html, RunHeader header, RunFooter footer)
    {
        html.Markup("<section id=\"controls\">\n<h2>Controls</h2>\n");
        FilterForm.Write(html);
        foreach (var framework in header.Frameworks)
        {
            var controls = footer.Controls.Where(control => control.Framework == framework.Name).ToList();
            if (controls.Count > 0)
                Write(html, framework, controls);
        }

        html.Markup("</section>\n");
    }

    private static void Write(HtmlOutput html, FrameworkReference framework, List<ControlResult> controls)
    {
        HtmlTable.BeginWide(
            html, "controls", $"Controls of {framework.Title} {framework.Version}",
            "Control", "Title", "Level", "Assessment", "Outcome", "Severity", "Failing#", "Of#");
        foreach (var control in controls)
        {
            var severity = control.Severity is { } known ? ResultWords.Of(known) : "";
            html.Write($"<tr data-outcome=\"{ResultWords.Of(control.Outcome)}\">");
            html.Write($"<th scope=\"row\"><a href=\"#{Anchor.Of(control)}\">{control.Id}</a></th>");
            html.Write($"<td>{control.Title}</td><td>{string.Join(", ", control.Levels)}</td>");
            html.Write($"<td>{control.Assessment}</td><td>{Badge.Of(control.Outcome, control.Counts.IsWaived)}</td>");
            html.Write($"<td>{severity}</td><td class=\"number\">{control.Counts.Fail}</td>");
            html.WriteLine($"<td class=\"number\">{control.Counts.Total}</td></tr>");
        }

        HtmlTable.EndWide(html);
    }
}
