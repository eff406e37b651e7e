using System.Text;
using PolicyEval.Testing.Fuzzing;
using Xunit.Abstractions;

namespace PolicyEval.Language.Tests.Fuzzing;

/// <summary>Whatever stands where an expression is expected gives a value or diagnostics.</summary>
public sealed class ExpressionFuzzTests(ITestOutputHelper output)
{
    private static readonly RandomExpression Expressions = new(new Dictionary<string, string[]>
    {
        ["bool"] = ["b", "row.active", "row.enabled", "boom(1)", "has(m.a)"],
        ["int"] = ["i", "row.count", "m.a", "params.limit", "com.acme.x", "e", "x", "math.twice(2)"],
        ["string"] = ["s", "row.name", "row.region", "token(row.last_used)"],
        ["time"] = ["asOf", "row.last_used"],
    });

    [Fact]
    public void No_text_crashes_hangs_or_exhausts_the_compiler_or_the_evaluator()
    {
        var run = new FuzzRun(nameof(ExpressionFuzzTests), percent: 80, random => new ExpressionInput(Make(random)));
        var accepted = run.Run(output.WriteLine);

        // Both ends are reached: texts that compile and run, and texts that do not.
        if (run.IsWhole)
            Assert.InRange(accepted, 0.1, 0.9);
    }

    private static string Make(Random random) => random.Next(20) switch
    {
        0 => Encoding.UTF8.GetString(RandomText.Bytes(random)),
        1 => RandomText.Characters(random),
        2 or 3 or 4 => Expressions.Soup(random),
        5 or 6 or 7 or 8 or 9 => RandomText.Edited(random, Expressions.Next(random), [.. RandomExpression.Tokens]),
        10 => random.Next(50) == 0 ? Expressions.Hostile(random) : Expressions.Next(random),
        _ => Expressions.Next(random),
    };
}
