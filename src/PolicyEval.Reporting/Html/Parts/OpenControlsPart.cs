using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>The controls that nothing here decides, with what they need.</summary>
internal static class OpenControlsPart
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html, RunHeader header, RunFooter footer)
    {
        html.Markup("<section id=\"open\">\n<h2>Not decided</h2>\n");
        foreach (var framework in header.Frameworks)
        {
            Write(html, framework, footer, Outcome.NotAssessed, "not assessed: this evidence cannot decide them");
            Write(html, framework, footer, Outcome.Manual, "manual: a person decides them");
        }

        html.Markup("</section>\n");
    }

    /// <summary>Writes what a control needs.</summary>
    public static void WriteNeeds(HtmlOutput html, ControlResult control)
    {
        html.Write($"<p>Needs {control.Needs}");
        if (control.Command.Length > 0)
            html.Write($": <code>{control.Command}</code>");
        html.Markup("</p>\n");
    }

    private static void Write(
        HtmlOutput html, FrameworkReference framework, RunFooter footer, Outcome outcome, string words)
    {
        var controls = footer.Controls.Where(c => c.Framework == framework.Name && c.Outcome == outcome).ToList();
        if (controls.Count == 0)
            return;
        HtmlTable.BeginWide(
            html, "open", $"Controls of {framework.Name} that are {words}", "Control", "Title", "What it needs");
        foreach (var control in controls)
        {
            // One that a policy serves has a section of its own above.
            var id = new Markup.Html(control.Policies.IsEmpty ? $" id=\"{Anchor.Of(control)}\"" : "");
            html.Write($"<tr{id}><th scope=\"row\">{control.Id}</th><td>{control.Title}</td><td>{control.Needs}");
            if (control.Command.Length > 0)
                html.Write($"<br><code>{control.Command}</code>");
            html.Markup("</td></tr>\n");
        }

        HtmlTable.EndWide(html);
    }
}
