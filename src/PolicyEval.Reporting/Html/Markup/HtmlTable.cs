namespace PolicyEval.Reporting.Html.Markup;

/// <summary>The beginning and the end of a table that scrolls sideways by itself where the page is narrow.</summary>
internal static class HtmlTable
{
    private const char NumberMark = '#';

    /// <summary>Writes everything up to the first row.</summary>
    /// <param name="html">Takes it.</param>
    /// <param name="kind">The class of the table.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">The titles; one that ends with <c>#</c> is of a column of numbers.</param>
    public static void Begin(HtmlOutput html, string kind, string caption, params IEnumerable<string> columns)
    {
        html.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">");
        html.WriteLine($"<table class=\"{kind}\">\n<caption>{caption}</caption>");
        html.Markup("<thead><tr>");
        foreach (var column in columns)
        {
            var isNumber = column.EndsWith(NumberMark);
            html.Markup(isNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
            html.Write($"{column.TrimEnd(NumberMark)}</th>");
        }

        html.Markup("</tr></thead>\n<tbody>\n");
    }

    /// <summary>Writes what comes behind the last row.</summary>
    public static void End(HtmlOutput html) => html.Markup("</tbody>\n</table></div>\n");
}
