using System.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>Appendix D: what the outcomes mean.</summary>
internal static class GlossaryPart
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html)
    {
        html.Markup("<section id=\"glossary\">\n<h2>Appendix D: what the outcomes mean</h2>\n<dl>\n");
        foreach (var outcome in Enum.GetValues<Outcome>())
            html.WriteLine($"<dt>{Badge.Of(outcome)}</dt><dd>{MeaningOf(outcome)}</dd>");
        html.Markup("</dl>\n</section>\n");
    }

    private static string MeaningOf(Outcome outcome) => outcome switch
    {
        Outcome.Pass => "The evidence shows that the rule holds.",
        Outcome.Fail => "The evidence shows that the rule does not hold. A waived failure is one too.",
        Outcome.Manual => "No policy decides it, and the framework itself leaves it to a person.",
        Outcome.NotApplicable => "The rule cannot apply here, or there is proven to be nothing to apply it to.",
        Outcome.NotAssessed => "The evidence is not part of this snapshot. It neither passes nor fails.",
        Outcome.Incomplete => "Evidence is absent, denied, unreadable or contradicted. It never passes.",
        Outcome.Error => "The policy failed while it ran. It never passes.",
        _ => throw new UnreachableException($"{outcome}"),
    };
}
