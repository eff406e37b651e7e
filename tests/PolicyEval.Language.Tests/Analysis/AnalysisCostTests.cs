using System.Diagnostics;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Analysis;

/// <summary>What is looked at may be hostile: the time stays far from the square of the text's length.</summary>
public class AnalysisCostTests
{
    [Fact]
    public void Long_chains_and_deep_nests_are_looked_at_in_time()
    {
        string[] hostile =
        [
            string.Join(" || ", Enumerable.Range(0, 6_000).Select(n => $"s == 'x{n}'")),
            string.Join(" && ", Enumerable.Range(0, 6_000).Select(n => $"i != {n}")),
            string.Join(" && ", Enumerable.Range(0, 2_000).Select(n => $"row.used != null && row.used < asOf")),
            string.Join(" || ", Enumerable.Repeat("a", 20_000)),
            string.Concat(Enumerable.Repeat("(a && (b || ", 120)) + "a" + new string(')', 240),
            string.Concat(Enumerable.Repeat("a ? b : ", 200)) + "a",
            string.Concat(Enumerable.Repeat("rows.all(r, ", 100)) + string.Join(" && ", Enumerable.Repeat("a || b", 5_000))
                + new string(')', 100),
            string.Concat(Enumerable.Repeat("!(a && ", 120)) + string.Join(" || ", Enumerable.Repeat("i > 1", 9_000))
                + new string(')', 120),
        ];
        foreach (var text in hostile)
        {
            var watch = Stopwatch.StartNew();
            var compilation = Analysis.Compile(text, CelType.Bool);
            Assert.DoesNotContain(compilation.Diagnostics, d => d.Id.StartsWith("PE1", StringComparison.Ordinal));
            Assert.InRange(compilation.Diagnostics.Length, 0, 30);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed} for {text[..40]}");
        }
    }
}
