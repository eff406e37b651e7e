using System.Text.Json.Nodes;
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

    [Fact]
    public void Another_profile_is_refused_with_the_nearest_one()
    {
        var run = CliRun.Of("evaluate", Neglected, "--format", "sarif", "--sarif-profile", "gitub");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("error PE4170: there is no SARIF profile 'gitub'", run.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'github'?", run.Error, StringComparison.Ordinal);
    }
}
