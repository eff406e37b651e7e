using PolicyEval.Testing;
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
    public void The_version_says_also_of_which_commit_and_build() =>
        Assert.Matches(
            @"^policyeval \d+\.\d+\.\d+\n"
            + @"commit ([0-9a-f]{40}(, with changes|, and perhaps changes: .+)?|unknown: built without git)\n"
            + @"build (Debug|Release), managed, [a-z0-9.-]+, \.NET \d+\.\d+\.\d+\n$",
            CliRun.Of("--version").Output);

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    public void A_report_names_the_version_and_nothing_of_the_build(string format)
    {
        var report = CliRun.Of("evaluate", Repository.PathOf("snapshots", "well-kept"), "--format", format).Output;

        Assert.Contains(ToolVersion.Current, report, StringComparison.Ordinal);
        Assert.DoesNotContain(BuildStamp.Commit, report, StringComparison.Ordinal);
        Assert.DoesNotContain(BuildStamp.Commit.Split(',')[0], report, StringComparison.Ordinal);
    }
}
