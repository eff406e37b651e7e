namespace PolicyEval.Reporting.Html.Markup;

/// <summary>The beginning and the end of a table.</summary>
internal static class HtmlTable
{
    private const char NumberMark = '#';

    /// <summary>
    /// Writes everything up to the first row of a table that scrolls sideways by itself where the page is narrow, and
    /// that the keyboard reaches. Ends with <see cref="EndWide"/>.
    /// </summary>
    public static void BeginWide(HtmlOutput html, string kind, string caption, params IEnumerable<string> columns)
    {
        html.WriteLine($"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\">");
        Begin(html, kind, caption, columns);
    }

    /// <summary>Writes everything up to the first row.</summary>
    /// <param name="html">Takes it.</param>
    /// <param name="kind">The class of the table.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">The titles; one that ends with <c>#</c> is of a column of numbers.</param>
    public static void Begin(HtmlOutput html, string kind, string caption, params IEnumerable<string> columns)
    {
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
    public static void End(HtmlOutput html) => html.Markup("</tbody>\n</table>\n");

    /// <summary>Writes what comes behind the last row of a wide table.</summary>
    public static void EndWide(HtmlOutput html) => html.Markup("</tbody>\n</table>\n</div>\n");
}
