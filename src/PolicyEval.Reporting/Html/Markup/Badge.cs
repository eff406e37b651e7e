using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Markup;

/// <summary>An outcome as a word with a shape: it is told in black and white too.</summary>
internal static class Badge
{
    /// <summary>The badge of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="isWaived">Whether waivers cover the failure.</param>
    public static Html Of(Outcome outcome, bool isWaived = false)
    {
        var name = ResultWords.Of(outcome);
        var words = ResultWords.ForPeople(outcome) + (isWaived ? ", waived" : "");
        return new Html($"<span class=\"badge {(isWaived ? "waived" : name)}\">{words}</span>");
    }
}
