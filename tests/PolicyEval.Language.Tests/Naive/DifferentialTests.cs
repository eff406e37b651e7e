using PolicyEval.Language.Tests.Naive.Cases;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>
/// Random expressions over random rows give the same from the delegates that the engine emits, checked, unchecked and
/// observed, and from the naive walker. <c>POLICYEVAL_FUZZ_SEED</c>, <c>POLICYEVAL_FUZZ_FIRST</c> and
/// <c>POLICYEVAL_FUZZ_COUNT</c> repeat a run and make it longer: see <see cref="FuzzRun"/>.
/// </summary>
public sealed class DifferentialTests(PrintedReport report) : IClassFixture<PrintedReport>
{
    private const int DepthMax = 7;

    [Fact]
    public void The_engine_and_the_naive_walker_give_the_same()
    {
        var coverage = new Coverage();
        var run = new FuzzRun(nameof(DifferentialTests), percent: 20, random => Make(random, coverage));
        run.Run(report.Print);
        report.Print(coverage.ToString());
        if (run.IsWhole)
            coverage.AssertReached();
    }

    private static DifferentialInput Make(Random random, Coverage coverage)
    {
        var text = new ExpressionMaker(random, random.OneOf(10, 25, 60)).Make(random.Next(2, DepthMax));
        return new DifferentialInput(text, random.Next(RowState.Count), coverage);
    }
}
