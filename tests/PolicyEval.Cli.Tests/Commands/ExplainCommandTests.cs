using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    private static readonly string Neglected = Repository.PathOf("snapshots", "neglected");

    [Fact]
    public void A_failure_that_is_explained_is_a_success()
    {
        var run = CliRun.Of("explain", Neglected, "--policy", "root-access-key-absent");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n<root_account> (fail", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("legacy-backup")]
    [InlineData("arn:aws:iam::444455556666:user/legacy-backup")]
    public void A_resource_is_found_by_name_and_arn(string resource)
    {
        var run = CliRun.Of("explain", Neglected, "--policy", "access-key-rotation", "--resource", resource);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\nlegacy-backup (fail: OldAccessKey)\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("... and", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("root")]
    [InlineData("<root_account>")]
    public void The_root_user_is_found_where_the_policy_is_about_it(string resource)
    {
        var run = CliRun.Of("explain", Neglected, "--policy", "root-mfa-enabled", "--resource", resource);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n<root_account> (fail", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("legacy-bakup", "legacy-backup", "access-key-rotation")]
    [InlineData("rot", "root", "root-mfa-enabled")]
    public void An_unknown_resource_gets_a_suggestion(string written, string meant, string policy)
    {
        var run = CliRun.Of("explain", Neglected, "--policy", policy, "--resource", written);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE4031: ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"did you mean '{meant}'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Root_is_nobody_where_the_policy_is_about_users() => Assert.Contains(
        "PE4031",
        CliRun.Of("explain", Neglected, "--policy", "console-user-mfa", "--resource", "root").Error,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("PE4002", "--policy", "acces-key-rotation")]
    [InlineData("PE4101", "--resource", "legacy-backup")]
    [InlineData("PE4119", "--policy", "access-key-rotation", "--format", "xml")]
    [InlineData("PE4116", "--policy", "access-key-rotation", "--require-signature")]
    public void Wrong_usage_is_64(string id, params string[] options)
    {
        var run = CliRun.Of(["explain", Neglected, .. options]);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sealed_snapshot_is_explained_with_its_signer()
    {
        var run = CliRun.Of(
            "explain", Repository.PathOf("snapshots", "sealed"), "--policy", "root-mfa-enabled",
            "--require-signature", "--trusted-key", Repository.PathOf("snapshots", "sealed.pub.pem"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\nSigned by    trusted key", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n<root_account> (", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_that_nobody_signed_is_refused_where_a_signature_is_required()
    {
        var run = CliRun.Of(
            "explain", Neglected, "--policy", "root-mfa-enabled",
            "--require-signature", "--trusted-key", Repository.PathOf("snapshots", "sealed.pub.pem"));

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("PE4117", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_that_cannot_be_read_is_3()
    {
        using var folder = new TemporaryFolder();

        var run = CliRun.Of("explain", folder.PathOf("nothing"), "--policy", "access-key-rotation");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("console")]
    [InlineData("json")]
    public void Twice_gives_the_same_bytes(string format)
    {
        string[] line = ["explain", Neglected, "--policy", "credentials-unused", "--format", format];

        Assert.Equal(CliRun.Of(line).Output, CliRun.Of(line).Output);
    }
}
