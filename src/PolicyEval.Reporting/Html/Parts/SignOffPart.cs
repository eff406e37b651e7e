using PolicyEval.Reporting.Html.Markup;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>The lines on which people sign a printed report.</summary>
internal static class SignOffPart
{
    /// <summary>Writes them.</summary>
    public static void Write(HtmlOutput html)
    {
        html.Markup("<section id=\"sign-off\">\n<h2>Sign-off</h2>\n<dl class=\"sign\">\n");
        foreach (var line in (string[])["Prepared by", "Reviewed by", "Accepted by"])
            html.WriteLine($"<dt>{line}</dt><dd>Name, date, signature</dd>");
        html.Markup("</dl>\n</section>\n");
    }
}
