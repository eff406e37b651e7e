using System.Collections.Immutable;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Reporting.Facts;

namespace PolicyEval.Reporting.Comparing;

/// <summary>By what the two sides were judged: what they share once, and what is of one side as such.</summary>
internal static class ComparedRules
{
    /// <summary>One for each, those of the old side alone at the end.</summary>
    public static ImmutableArray<Fact> Of(ResultComparison comparison)
    {
        var old = RuleFacts.Of(comparison.Old.Header).ToImmutableArray();
        var current = RuleFacts.Of(comparison.New.Header).ToImmutableArray();
        return
        [
            .. current.Select(fact => old.Contains(fact) ? fact : OnlyOf("new", fact)),
            .. old.Where(fact => !current.Contains(fact)).Select(fact => OnlyOf("old", fact)),
        ];
    }

    private static Fact OnlyOf(string side, Fact fact) =>
        fact with { Text = $"{side} side only: {fact.Text}", Weight = FactWeight.Doubtful };
}
