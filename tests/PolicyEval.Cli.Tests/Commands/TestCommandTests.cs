using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval test</c>.</summary>
public sealed class TestCommandTests
{
    [Fact]
    public void The_bundled_tests_pass()
    {
        var run = CliRun.Of("test");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("0 failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_evaluations_have_is_none_of_tests()
    {
        var run = CliRun.Of("test", "--format", "json");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("PE4100", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_policies_is_tested_by_its_own_files()
    {
        var run = CliRun.Of("test", Repository.PathOf("policies"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("one-active-access-key: ", run.Output, StringComparison.Ordinal);
    }
}
