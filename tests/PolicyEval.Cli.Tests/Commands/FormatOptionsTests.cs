using System.Text.Json.Nodes;
using PolicyEval.Reporting;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary>What can be chosen of single formats.</summary>
public sealed class FormatOptionsTests
{
    private static readonly string Neglected = Repository.PathOf("snapshots", "neglected");

    [Theory]
    [InlineData(60, "full")]
    [InlineData(17, "github")]
    public void A_sarif_log_has_a_profile(int results, string profile)
    {
        var run = CliRun.Of("evaluate", Neglected, "--format", "sarif", "--sarif-profile", profile);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(results, JsonNode.Parse(run.Output)!["runs"]![0]!["results"]!.AsArray().Count);
    }

    [Fact]
    public void The_profile_of_a_sarif_log_is_full_where_none_is_named() =>
        Assert.Equal(
            CliRun.Of("evaluate", Neglected, "--format", "sarif", "--sarif-profile", "full").Output,
            CliRun.Of("evaluate", Neglected, "--format", "sarif").Output);

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("us-gov-east-1")]
    public void Findings_for_Security_Hub_have_a_region(string region)
    {
        var run = CliRun.Of("evaluate", Neglected, "--format", "asff", "--asff-region", region);

        Assert.Equal(
            $"arn:aws:securityhub:{region}:444455556666:product/444455556666/default",
            (string?)JsonNode.Parse(run.Output)![0]!["ProductArn"]);
    }

    [Theory]
    [InlineData("Frankfurt")]
    [InlineData("eu-central-1:x")]
    [InlineData("eu-central-1\n")]
    public void What_is_no_region_is_refused(string region)
    {
        var run = CliRun.Of("evaluate", Neglected, "--format", "asff", "--asff-region", region);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("error PE4171: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_profile_is_refused_with_the_nearest_one()
    {
        var run = CliRun.Of("evaluate", Neglected, "--format", "sarif", "--sarif-profile", "gitub");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("error PE4170: there is no SARIF profile 'gitub'", run.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'github'?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parquet")]
    [InlineData("parquet=/dev/stderr")]
    public void A_terminal_gets_no_bytes_that_it_cannot_show(string target)
    {
        var terminal = ReportStyle.Plain with { IsTerminal = true };
        var run = CliRun.Of(["evaluate", Neglected, "--format", target], input: null, terminal);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("error PE4185: a report in the format 'parquet' is no text", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_and_a_file_get_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var terminal = ReportStyle.Plain with { IsTerminal = true };
        CliRun.Of(
            ["evaluate", Neglected, "--format", $"parquet={folder.PathOf("r.parquet")}", "--format", "summary"],
            input: null, terminal);
        var run = CliRun.Of("evaluate", Neglected, "--format", "parquet");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(File.ReadAllText(folder.PathOf("r.parquet")), run.Output);
    }
}
