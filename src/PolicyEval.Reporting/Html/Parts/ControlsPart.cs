using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>A section for each control that policies decide, and for each policy that no control names.</summary>
internal sealed class ControlsPart(HtmlOutput html, RunHeader header, FindingGroups groups)
{
    private readonly ILookup<string, PolicyReference> _policies =
        header.Policies.ToLookup(policy => policy.Name, StringComparer.Ordinal);

    private readonly FindingsPart _findings = new(html, header);

    /// <summary>Writes them.</summary>
    public void Write(RunFooter footer)
    {
        html.Markup("<section id=\"findings\">\n<h2>Findings by control</h2>\n");
        foreach (var control in footer.Controls.Where(control => !control.Policies.IsEmpty))
            Write(control);
        if (groups.HasPolicies)
            WritePolicies();
        html.Markup("</section>\n");
    }

    private void Write(ControlResult control)
    {
        html.Write($"<section class=\"control\" id=\"{Anchor.Of(control)}\" ");
        html.WriteLine($"data-outcome=\"{ResultWords.Of(control.Outcome)}\">");
        html.WriteLine($"<h3>{control.Id} {control.Title} {Badge.Of(control.Outcome, control.Counts.IsWaived)}</h3>");
        var severity = control.Severity is { } known ? $", severity {ResultWords.Of(known)}" : "";
        html.Write($"<p class=\"quiet\">{control.Framework}, {control.Section}, level ");
        html.WriteLine($"{string.Join(" and ", control.Levels)}, {control.Assessment}{severity}</p>");
        WritePopulation(control.Counts);
        if (control.Outcome == Outcome.NotAssessed)
            OpenControlsPart.WriteNeeds(html, control);
        foreach (var name in control.Policies)
            PolicyPart.Write(html, [.. _policies[name]]);
        _findings.Write(groups.Of(control), account => Anchor.Of(control, account));
        html.Markup("</section>\n");
    }

    private void WritePolicies()
    {
        html.Markup("<h3>Policies that no control of the framework names</h3>\n");
        foreach (var variants in header.Policies.Where(policy => policy.Controls.IsEmpty).GroupBy(p => p.Name))
        {
            var details = groups.OfPolicy(variants.Key);
            var outcome = details.Counts.RollUp;
            html.Write($"<section class=\"control\" id=\"{Anchor.OfPolicy(variants.Key)}\" ");
            html.WriteLine($"data-outcome=\"{ResultWords.Of(outcome)}\">");
            html.WriteLine($"<h4>{variants.First().Title} {Badge.Of(outcome, details.Counts.IsWaived)}</h4>");
            WritePopulation(details.Counts);
            PolicyPart.Write(html, [.. variants]);
            _findings.Write(details, account => Anchor.OfPolicy(variants.Key, account));
            html.Markup("</section>\n");
        }
    }

    private void WritePopulation(OutcomeCounts counts) => html.WriteLine(
        $"<p>Population: {ResultWords.Plural(counts.Total, "item")} tested: {ResultWords.Counted(counts)}.</p>");
}
