using System.Globalization;
using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>The counts of all policies as a table in Markdown.</summary>
internal static class CountTable
{
    private static readonly Outcome[] Outcomes =
        [Outcome.Pass, Outcome.Fail, Outcome.NotApplicable, Outcome.Incomplete];

    /// <summary>The table.</summary>
    public static string Of(OutcomeTable counts)
    {
        var text = new StringBuilder();
        text.Append("| Policy | Pass | Fail | Not applicable | Incomplete |\n|---|--:|--:|--:|--:|\n");
        for (var policy = 0; policy < ComparedPolicies.Names.Length; policy++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {ComparedPolicies.Names[policy]} |");
            foreach (var outcome in Outcomes)
                text.Append(CultureInfo.InvariantCulture, $" {counts[policy, outcome]} |");
            text.Append('\n');
        }

        return text.ToString();
    }
}
