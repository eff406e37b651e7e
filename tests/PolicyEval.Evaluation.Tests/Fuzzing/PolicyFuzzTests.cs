using PolicyEval.Testing.Fuzzing;
using Xunit.Abstractions;

namespace PolicyEval.Evaluation.Tests.Fuzzing;

/// <summary>Whatever a file holds gives findings or diagnostics.</summary>
public sealed class PolicyFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void No_policy_file_crashes_hangs_or_exhausts_the_evaluator()
    {
        var run = new FuzzRun(nameof(PolicyFuzzTests), percent: 9, random => new PolicyInput(RandomDocuments.Policy(random)));
        var accepted = run.Run(output.WriteLine);

        // Both ends are reached: files that are run, and files that are refused.
        if (run.IsWhole)
            Assert.InRange(accepted, 0.1, 0.9);
    }
}
