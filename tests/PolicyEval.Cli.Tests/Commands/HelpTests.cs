using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("evaluate")]
    [InlineData("report")]
    [InlineData("pack")]
    [InlineData("recheck")]
    [InlineData("sample")]
    [InlineData("explain")]
    [InlineData("diff")]
    [InlineData("period")]
    [InlineData("compile")]
    [InlineData("check")]
    [InlineData("test")]
    [InlineData("list")]
    [InlineData("coverage")]
    [InlineData("show")]
    [InlineData("waiver")]
    [InlineData("schema")]
    [InlineData("verify")]
    [InlineData("seal")]
    [InlineData("sign")]
    [InlineData("keygen")]
    public void Every_command_has_help_with_examples(string command)
    {
        var run = CliRun.Of(command, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Snapshot.Match(run.Output, SnapshotNameExtension.Create(command));
    }

    [Fact]
    public void A_command_of_a_command_has_help_too()
    {
        var run = CliRun.Of("waiver", "new", "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Snapshot.Match(run.Output);
    }

    [Fact]
    public void The_program_has_help() => Snapshot.Match(CliRun.Of("--help").Output);

    [Fact]
    public void Help_wins_over_other_mistakes() =>
        Assert.Equal(0, CliRun.Of("evaluate", "--help").ExitCode);

    [Fact]
    public void The_version_is_one_line_without_a_build_stamp() =>
        Assert.Matches(@"^policyeval \d+\.\d+\.\d+\n$", CliRun.Of("--version").Output);
}
