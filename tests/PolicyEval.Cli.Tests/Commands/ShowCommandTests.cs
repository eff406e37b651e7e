using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class ShowCommandTests
{
    private static readonly string[] Parts =
    [
        "  Severity    high\n", "  Controls    aws_fsbp/IAM.4, cis_v120/1.12, cis_v130/1.4,\n", "Description\n", "Rationale\n", "Parameter inactiveKey: ",
        "Audit\n", "Troubleshooting\n", "Must hold, else ActiveKey\n", "Remediation: console\n", "Remediation: AWS CLI\n",
        "References\n",
    ];

    [Theory]
    [InlineData("root-acess-key-absent", "root-access-key-absent")]
    [InlineData("cis_v130/1.44", "cis_v130/1.4")]
    [InlineData("cis_v13", "cis_v130")]
    [InlineData("cis_v70", "cis_v700")]
    [InlineData("root-access", "root-access-key-absent")]
    [InlineData("key-rotation", "access-key-rotation")]
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

    [Fact]
    public void What_to_do_stands_before_the_expressions()
    {
        var output = CliRun.Of("show", "root-access-key-absent").Output;

        string[] headings =
            ["Description", "Audit", "Remediation: console", "Parameter ", "Variable ", "Must hold"];
        int[] places =
            [.. headings.Select(heading => output.IndexOf($"\n\n{heading}", StringComparison.Ordinal))];

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void A_framework_is_shown_with_every_control()
    {
        var run = CliRun.Of("show", "cis_v130");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("cis_v130  CIS ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  Version     1.3.0\n  Source      https://", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^1\.4 +1 +automated +Ensure no root .*\n +policy root-access-key-absent \(inactiveKey=fail\)$", run.Output);
        Assert.Matches(@"(?m)^1\.1 +1 +manual +Maintain ", run.Output);
        Assert.Equal(55, run.Output.Split('\n').Count(line => line.Length > 0 && char.IsDigit(line[0])));
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
    public void An_id_alone_is_of_the_default_framework_and_names_the_others()
    {
        Assert.Contains("\nOthers: cis_v120/1.4, cis_v140/1.4, ", CliRun.Of("show", "1.4").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Others:", CliRun.Of("show", "cis_v130/1.4").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_the_default_framework_lacks_is_shown_of_all_that_have_it()
    {
        var output = CliRun.Of("show", "2.21").Output;

        Assert.StartsWith("cis_v600/2.21  ", output, StringComparison.Ordinal);
        Assert.Contains("\ncis_v700/2.21  ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_without_a_policy_says_what_it_needs()
    {
        var run = CliRun.Of("show", "2.1.1");

        Assert.Contains("\nNeeds\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  aws s3api list-buckets", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_id_is_a_string()
    {
        Assert.StartsWith("cis_v130/1.1  ", CliRun.Of("show", "1.1").Output, StringComparison.Ordinal);
        Assert.StartsWith("cis_v130/1.10  ", CliRun.Of("show", "1.10").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_of_a_folder_is_shown_with_what_its_findings_say()
    {
        using var folder = new TemporaryFolder();
        var text = PolicyText.Of("mine", "params.strict && !root.access_key_1_active").Replace(
            "  validations:", "  params: { strict: { type: bool, default: true } }\n  validations:", StringComparison.Ordinal);
        folder.Write("mine.yaml", text + "  passMessage: All is well.\n");

        var output = CliRun.Of("show", "mine", "--policies", folder.Path).Output;

        Assert.EndsWith(
            """

            Parameter strict: true or false, by default true

            Must hold, else NotSo
              params.strict && !root.access_key_1_active
              says: The rule does not hold.

            Passes
              says: All is well.


            """,
            output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws.iam.user", "user.password_last_used: timestamp or null", "user.cert_2_active: bool")]
    [InlineData("aws.iam.root", "root.mfa_active: bool", "root.arn: string")]
    [InlineData("aws.account", "account.id: string", "account.summary.AccountMFAEnabled: int")]
    public void A_resource_type_is_shown_with_its_fields(string type, string first, string second)
    {
        var run = CliRun.Of("show", type);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"{type}  ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n{first}\n  ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n{second}\n  ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n  {type}\n", CliRun.Of("list").Output, StringComparison.Ordinal);
    }
}
