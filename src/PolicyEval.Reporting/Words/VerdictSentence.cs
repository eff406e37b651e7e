using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Words;

/// <summary>What came out, in one sentence with its denominator.</summary>
internal static class VerdictSentence
{
    /// <summary>
    /// <c>Of 15 assessed controls, 12 fail, 3 pass. 40 controls of 55 in … 1.3.0 were not assessed: 35 because this
    /// evidence cannot decide them, 5 because a person decides them.</c>
    /// </summary>
    public static string Of(FrameworkReference framework, IEnumerable<ControlResult> controls)
    {
        var counts = ResultWords.Count(controls);
        var name = $"{framework.Title} {framework.Version}";
        if (counts.Assessed == 0)
            return $"None of the {counts.Total} controls of {name} was assessed.";
        var rest = counts.Total - counts.Assessed;
        var first = $"{Assessed(counts)}. {ResultWords.Plural(rest, "control")} of {counts.Total} in {name} "
            + $"{(rest == 1 ? "was" : "were")} not assessed";
        var parts = new List<string>();
        if (counts.NotAssessed > 0)
            parts.Add($"{counts.NotAssessed} because this evidence cannot decide them");
        if (counts.Manual > 0)
            parts.Add($"{counts.Manual} because a person decides them");
        return parts.Count == 0 ? $"{Assessed(counts)}: all of {name}." : $"{first}: {string.Join(", ", parts)}.";
    }

    private static string Assessed(OutcomeCounts counts)
    {
        var open = counts.Fail - counts.Waived;
        var words = new (int Count, string Words)[]
        {
            (open, open == 1 ? "fails" : "fail"),
            (counts.Waived, counts.Waived == 1 ? "fails and is waived" : "fail and are waived"),
            (counts.Error, counts.Error == 1 ? "ended in an error" : "ended in errors"),
            (counts.Incomplete, counts.Incomplete == 1 ? "lacks evidence" : "lack evidence"),
            (counts.Pass, counts.Pass == 1 ? "passes" : "pass"),
            (counts.NotApplicable, counts.NotApplicable == 1 ? "does not apply" : "do not apply"),
        };
        var said = words.Where(word => word.Count > 0).Select(word => $"{word.Count} {word.Words}").ToList();
        return $"Of {ResultWords.Plural(counts.Assessed, "assessed control")}, {string.Join(", ", said)}";
    }
}
