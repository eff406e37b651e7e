namespace PolicyEval.Collector.Tests;

public sealed class ExitCodesTests
{
    [Fact]
    public void The_exit_codes_are_the_documented_ones() => Assert.Equal(
        [0, 2, 3, 64, 130],
        [ExitCodes.Complete, ExitCodes.Incomplete, ExitCodes.Nothing, ExitCodes.WrongUsage, ExitCodes.Cancelled]);
}
