using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>What a policy checks in plain words, its rules and parameters, and how to put a failure right.</summary>
internal static class PolicyPart
{
    /// <summary>Writes it.</summary>
    /// <param name="html">Takes it.</param>
    /// <param name="variants">The policy, once for each kind of account; at least one.</param>
    public static void Write(HtmlOutput html, IReadOnlyList<PolicyReference> variants)
    {
        if (variants.Count == 0)
            return;
        var policy = variants[0];
        html.WriteLine($"<details class=\"policy\"><summary>What was checked: {policy.Name}</summary>");
        HtmlProse.Write(html, policy.Guide.Description);
        WriteText(html, "Why it matters", policy.Guide.Rationale);
        WriteText(html, "How to check it by hand", policy.Guide.Audit);
        WriteRules(html, policy);
        foreach (var variant in variants)
            WriteParams(html, variant);
        html.Markup("</details>\n");
        if (!policy.Guide.HasRemediation && policy.Guide.References.IsEmpty)
            return;
        html.Markup("<details class=\"policy\"><summary>How to put it right</summary>\n");
        WriteText(html, "In the AWS console", policy.Guide.Console);
        WriteCommands(html, "With the AWS CLI", policy.Guide.Cli);
        WriteCommands(html, "With infrastructure as code", policy.Guide.Iac);
        WriteReferences(html, policy);
        html.Markup("</details>\n");
    }

    private static void WriteText(HtmlOutput html, string heading, string text)
    {
        if (text.Length == 0)
            return;
        html.WriteLine($"<p class=\"heading\">{heading}</p>");
        HtmlProse.Write(html, text);
    }

    private static void WriteCommands(HtmlOutput html, string heading, string text)
    {
        if (text.Length == 0)
            return;
        html.WriteLine($"<p class=\"heading\">{heading}</p>");
        HtmlProse.WriteCommands(html, text.ReplaceLineEndings("\n").Split('\n'));
    }

    private static void WriteRules(HtmlOutput html, PolicyReference policy)
    {
        if (policy.Rules.IsEmpty)
            return;
        HtmlTable.Begin(html, "rules", $"Rules of {policy.Name}", "Rule", "Expression (CEL)", "Place");
        foreach (var rule in policy.Rules)
        {
            var role = rule.Role == RuleRole.MatchCondition ? "applies if" : "must hold";
            html.Write($"<tr><th scope=\"row\">{role}: {rule.Name}</th><td><code>{rule.Expression}</code></td>");
            html.WriteLine($"<td>{policy.File}:{rule.Line}</td></tr>");
        }

        HtmlTable.End(html);
    }

    private static void WriteParams(HtmlOutput html, PolicyReference policy)
    {
        if (policy.Params.IsEmpty)
            return;
        var only = policy.Accounts is { } accounts ? $" in {AccountWords.ListOf(accounts)}" : "";
        html.WriteLine($"<p class=\"heading\">Judged with{only}</p>\n<ul class=\"plain\">");
        foreach (var param in policy.Params)
        {
            html.Write($"<li><code>{param.Name} = {param.Value}</code>");
            if (param.Changed)
                html.Write($" <strong class=\"doubtful\">changed: the standard is {param.Standard}</strong>");
            html.Markup("</li>\n");
        }

        html.Markup("</ul>\n");
    }

    private static void WriteReferences(HtmlOutput html, PolicyReference policy)
    {
        if (policy.Guide.References.IsEmpty)
            return;
        html.Markup("<p class=\"heading\">Read on</p>\n<ul class=\"plain\">\n");
        foreach (var reference in policy.Guide.References)
        {
            // Nothing but https is ever a link: an address may come from a policy that somebody else wrote.
            if (reference.StartsWith("https://", StringComparison.Ordinal))
                html.WriteLine($"<li><a href=\"{reference}\" rel=\"noreferrer\">{reference}</a></li>");
            else
                html.WriteLine($"<li>{reference}</li>");
        }

        html.Markup("</ul>\n");
    }
}
