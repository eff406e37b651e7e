namespace PolicyEval.Cli.Tests.Commands;

public sealed class ShowCommandTests
{
    private static readonly string[] Parts =
    [
        "  Severity    high\n", "  Controls    cis_v130/1.4\n", "Description\n", "Rationale\n", "Parameter inactiveKey: ",
        "Audit\n", "Troubleshooting\n", "Must hold, else ActiveKey\n", "Remediation: console\n", "Remediation: AWS CLI\n",
        "References\n",
    ];

    [Theory]
    [InlineData("root-acess-key-absent", "root-access-key-absent")]
    [InlineData("cis_v130/1.44", "cis_v130/1.4")]
    public void A_mistyped_name_gets_a_suggestion(string written, string meant)
    {
        var run = CliRun.Of("show", written);

        Assert.Equal(64, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("error PE4112: ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"did you mean '{meant}'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_is_shown_with_its_rule_and_the_way_out()
    {
        var run = CliRun.Of("show", "root-access-key-absent");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("root-access-key-absent  Ensure no root user ", run.Output, StringComparison.Ordinal);
        foreach (var part in Parts)
            Assert.Contains($"\n{part}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.4")]
    [InlineData("cis_v130/1.4")]
    public void A_control_is_shown_with_its_policy(string control)
    {
        var run = CliRun.Of("show", control);

        Assert.StartsWith("cis_v130/1.4  Ensure no ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nroot-access-key-absent  ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_without_a_policy_says_what_it_needs()
    {
        var run = CliRun.Of("show", "1.8");

        Assert.Contains("\nNeeds\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  aws iam get-account-password-policy", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_id_is_a_string()
    {
        Assert.StartsWith("cis_v130/1.1  ", CliRun.Of("show", "1.1").Output, StringComparison.Ordinal);
        Assert.StartsWith("cis_v130/1.10  ", CliRun.Of("show", "1.10").Output, StringComparison.Ordinal);
    }
}
