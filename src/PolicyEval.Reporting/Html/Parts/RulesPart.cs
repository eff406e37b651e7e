using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>Appendix C: the frameworks and policies, with their digests.</summary>
internal static class RulesPart
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html, RunHeader header)
    {
        html.Markup("<section id=\"rules\">\n<h2>Appendix C: the rules</h2>\n");
        HtmlTable.BeginWide(html, "files", "Frameworks and policies", "Name", "Origin", "sha256");
        foreach (var framework in header.Frameworks)
            WriteRow(html, framework.Name, framework.Origin, framework.Sha256);
        foreach (var policy in header.Policies.DistinctBy(policy => policy.Name))
            WriteRow(html, policy.Name, policy.Origin, policy.Sha256);
        if (header.Settings is { } settings)
            WriteRow(html, "settings", settings.Path, settings.Sha256);
        foreach (var file in header.WaiverFiles)
            WriteRow(html, "waivers", file.Path, file.Sha256);
        HtmlTable.EndWide(html);
        html.Markup("</section>\n");
    }

    private static void WriteRow(HtmlOutput html, string name, string origin, string sha256) => html.WriteLine(
        $"<tr><th scope=\"row\">{name}</th><td>{origin}</td><td><code>{sha256}</code></td></tr>");
}
