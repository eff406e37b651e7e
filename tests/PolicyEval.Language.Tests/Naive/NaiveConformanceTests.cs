using System.Globalization;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Conformance;
using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>The naive walker passes the conformance tests too, so that a difference to it means something.</summary>
public sealed class NaiveConformanceTests(PrintedReport report) : IClassFixture<PrintedReport>
{
    [ConformanceFact]
    public void The_naive_walker_conforms()
    {
        var cases = ConformanceFolder.Files().SelectMany(ConformanceCase.ReadFile)
            .Where(test => !test.IsCheckOnly).ToArray();
        var faults = cases.Select(test => (test.Id, Fault: FaultOf(test))).Where(result => result.Fault is not null)
            .Select(result => $"{result.Id}: {result.Fault}").ToArray();

        var passed = cases.Length - faults.Length;
        report.Print(string.Create(
            CultureInfo.InvariantCulture, $"CEL conformance naive walker {passed} of {cases.Length}"));
        Assert.NotEmpty(cases);
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    private static string? FaultOf(ConformanceCase test)
    {
        var tree = SyntaxTree.Parse(EmbeddedText.Whole(test.Expression), CompilationLimits.Default);
        var world = new NaiveWorld { Container = test.Container };
        foreach (var binding in test.Bindings)
            world.Variables.Add(binding.Name, Bridge.ToNaive(ConformanceValues.Read(binding.Value)));
        var value = new NaiveWalker(world).Walk(tree.Root).Value;
        if (test.Expected.TryGetProperty("eval_error", out _))
            return value is Fault ? null : $"{Shown.Of(value)} instead of an error";

        // Maps are the same in any order.
        var expected = Bridge.ToNaive(ConformanceValues.Read(test.Expected.GetProperty("value")));
        var isSame = expected is NaiveMap
            ? Comparison.AreEqual(expected, value)
            : Shown.Of(expected) == Shown.Of(value);
        return isSame ? null : $"{Shown.Of(value)} instead of {Shown.Of(expected)}";
    }
}
