using PolicyEval.Testing.Fuzzing;
using Xunit.Abstractions;

namespace PolicyEval.Evaluation.Tests.Fuzzing;

/// <summary>Whatever a file holds gives findings or diagnostics.</summary>
public sealed class TestFileFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void No_file_of_tests_crashes_hangs_or_exhausts_the_tester()
    {
        var run = new FuzzRun(nameof(TestFileFuzzTests), percent: 6, random => new TestsInput(RandomDocuments.PolicyTests(random), random.Next()));
        var accepted = run.Run(output.WriteLine);

        // Both ends are reached: files that are run, and files that are refused.
        if (run.IsWhole)
            Assert.InRange(accepted, 0.1, 0.9);
    }
}
