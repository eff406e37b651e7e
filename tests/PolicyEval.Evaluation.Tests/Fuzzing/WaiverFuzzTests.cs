using PolicyEval.Testing.Fuzzing;
using Xunit.Abstractions;

namespace PolicyEval.Evaluation.Tests.Fuzzing;

/// <summary>Whatever a file holds gives waivers or diagnostics.</summary>
public sealed class WaiverFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void No_file_of_waivers_crashes_hangs_or_exhausts_the_evaluator()
    {
        var run = new FuzzRun(nameof(WaiverFuzzTests), percent: 3, random => new WaiverInput(RandomDocuments.Waivers(random)));
        var accepted = run.Run(output.WriteLine);

        // Both ends are reached: files that are applied, and files that are refused.
        if (run.IsWhole)
            Assert.InRange(accepted, 0.1, 0.9);
    }
}
