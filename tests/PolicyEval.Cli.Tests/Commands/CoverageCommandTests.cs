using System.Text.Json;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class CoverageCommandTests
{
    [Fact]
    public void One_framework_is_shown_with_every_control()
    {
        var run = CliRun.Of("coverage", "--framework", "cis_v130");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"(?m)^cis_v130 +IAM +\d+ of 22 ", run.Output);
        Assert.Matches(@"(?m)^ +all +\d+ of 55 ", run.Output);
        Assert.Contains("\nroot-access-key-absent\n  1.4 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  $ aws account get-contact-information\n", run.Output, StringComparison.Ordinal);

        // What one policy decides alone, and what needs evidence, stands there once.
        var ids = run.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0]).Where(word => word.Length > 0 && char.IsDigit(word[0]));
        Assert.Equal(55, ids.Count());
    }

    [Fact]
    public void Without_a_name_it_is_about_all_frameworks()
    {
        var run = CliRun.Of("coverage");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("cis_v120/1.12, cis_v130/1.4,", run.Output, StringComparison.Ordinal);
        Assert.Contains("\npci_dss_v4 ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coverage")]
    [InlineData("list")]
    public void Programs_get_the_frameworks_asked_for_in_that_order(string command)
    {
        var run = CliRun.Of(command, "--framework", "soc2", "--framework", "cis_v130", "--format", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var frameworks = json.RootElement.GetProperty("frameworks").EnumerateArray().ToArray();
        Assert.Equal(["soc2", "cis_v130"], frameworks.Select(f => f.GetProperty("name").GetString()));
        Assert.Equal(55, frameworks[1].GetProperty("counts").GetProperty("total").GetInt32());
        Assert.All(
            json.RootElement.GetProperty("policies").EnumerateArray(),
            policy => Assert.NotEmpty(policy.GetProperty("controls").EnumerateArray()));
    }

    [Theory]
    [InlineData("PE4001", "cis_v700", "coverage", "--framework", "cis_700")]
    [InlineData("PE4001", "cis_v130", "list", "--framework", "cis_v1300")]
    [InlineData("PE4119", "json", "coverage", "--format", "jsn")]
    [InlineData("PE4119", "console", "list", "--format", "consol")]
    public void A_mistyped_name_gets_a_suggestion(string id, string meant, params string[] arguments)
    {
        var run = CliRun.Of(arguments);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"did you mean '{meant}'?", run.Error, StringComparison.Ordinal);
    }
}
