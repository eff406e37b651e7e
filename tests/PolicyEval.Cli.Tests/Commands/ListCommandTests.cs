using System.Text.Json;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class ListCommandTests
{
    [Fact]
    public void Policies_stand_with_their_controls_and_frameworks_with_their_size()
    {
        var run = CliRun.Of("list");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Matches(@"(?m)^  root-access-key-absent +high +aws\.iam\.root$", run.Output);
        Assert.Contains("cis_v120/1.12, cis_v130/1.4, ", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  cis_v130\n    CIS .* 1\.3\.0\n    55 controls, \d+ with a policy$", run.Output);
    }

    [Fact]
    public void A_framework_is_listed_with_its_controls()
    {
        var run = CliRun.Of("list", "--framework", "cis_v700", "--framework", "aws_fsbp");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("cis_v700  CIS ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n\naws_fsbp  IAM controls ", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^2\.5 +1 +automated +Ensure MFA .*\n +policy root-mfa-enabled \(credentialless=pass\)$", run.Output);
        Assert.Matches(@"(?m)^2\.2 +1 +manual +Maintain .*\n +needs The contact details ", run.Output);
    }

    [Fact]
    public void Programs_get_everything()
    {
        var run = CliRun.Of("list", "--format", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var policy = json.RootElement.GetProperty("policies").EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "root-use");
        Assert.Equal("aws.iam.root", policy.GetProperty("resource").GetString());
        Assert.Contains(policy.GetProperty("controls").EnumerateArray(), c => c.GetString() == "cis_v700/2.7");
        Assert.Equal(16, json.RootElement.GetProperty("frameworks").GetArrayLength());
    }

    [Fact]
    public void A_folder_adds_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.yaml", PolicyText.Of("mine", "!root.access_key_1_active"));

        var run = CliRun.Of("list", "--policies", folder.Path);

        Assert.Matches(@"(?m)^  mine +high +aws\.iam\.root$", run.Output);
        Assert.Contains("root-access-key-absent", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_policies_are_unusable_input()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.yaml", PolicyText.Of("mine", "!root."));

        var run = CliRun.Of("list", "--policies", folder.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("mine.yaml:9:", run.Error, StringComparison.Ordinal);
    }
}
