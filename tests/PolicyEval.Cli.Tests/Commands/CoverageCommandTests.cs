using System.Text.Json;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class CoverageCommandTests
{
    [Fact]
    public void One_framework_is_shown_with_every_control()
    {
        var run = CliRun.Of("coverage", "--framework", "cis_v130");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"(?m)^cis_v130 +IAM +15 of 22 +5 +2$", run.Output);
        Assert.Matches(@"(?m)^ +all +15 of 55 +9 +31$", run.Output);
        Assert.Contains("\nroot-access-key-absent\n  1.4 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  $ aws account get-contact-information\n", run.Output, StringComparison.Ordinal);

        // What one policy decides alone, and what needs evidence, stands there once.
        var ids = run.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0]).Where(word => word.Length > 0 && char.IsDigit(word[0]));
        Assert.Equal(55, ids.Count());
    }

    /// <summary>Of 1.3.0 a snapshot decides 1.4 to 1.17 and 1.19; each of the others says what it needs.</summary>
    [Fact]
    public void The_other_7_identity_controls_and_the_33_beyond_are_listed_with_what_they_need()
    {
        var run = CliRun.Of("coverage", "--framework", "cis_v130", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var open = json.RootElement.GetProperty("frameworks")[0].GetProperty("controls").EnumerateArray()
            .Where(control => control.GetProperty("coverage").GetString() != "decided").ToArray();
        Assert.Equal(
            ["1.1", "1.2", "1.3", "1.18", "1.20", "1.21", "1.22"],
            open.Where(c => c.GetProperty("section").GetString() == "IAM").Select(c => c.GetProperty("id").GetString()));
        Assert.Equal(33, open.Count(control => control.GetProperty("section").GetString() != "IAM"));
        Assert.All(open, control => Assert.NotEmpty(control.GetProperty("needs").GetString()!));
        Assert.All(
            open.Where(control => control.GetProperty("id").GetString() != "1.3"),
            control => Assert.StartsWith("aws ", control.GetProperty("command").GetString(), StringComparison.Ordinal));
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
