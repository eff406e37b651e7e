using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>What is in scope, what is not, and where the time comes from.</summary>
public sealed class ScopeTests
{
    private static readonly string[] Decided = ["1.4", "1.5", "1.7", "1.10", "1.11", "1.12", "1.13", "1.14"];

    private static CredentialReportText Report => new CredentialReportText().Root().User(
        "build", ("access_key_1_active", "true"), ("access_key_1_last_rotated", Ages.Ago(10)));

    [Fact]
    public void A_report_decides_eight_of_55_controls()
    {
        using var evidence = Evidence.Of(Report);
        using var report = evidence.Report();
        var controls = report.RootElement.GetProperty("controls").EnumerateArray().ToArray();
        Assert.Equal(55, controls.Length);
        Assert.Equal(Decided, controls
            .Where(control => control.GetProperty("outcome").GetString() is not ("manual" or "not_assessed"))
            .Select(control => control.GetProperty("id").GetString()!));
    }

    [Fact]
    public void Without_the_report_its_controls_are_not_assessed()
    {
        using var evidence = Evidence.Empty().With(
            "account-password-policy.json", """{"PasswordPolicy": {"MinimumPasswordLength": 14, "PasswordReusePrevention": 24}}""");
        Assert.All(Decided, control => Assert.Equal("not_assessed", evidence.ControlOutcome(control)));
        Assert.Equal("pass", evidence.ControlOutcome("1.8"));
        Assert.Equal(0, evidence.Run().ExitCode);
    }

    [Fact]
    public void A_denied_report_is_incomplete_and_not_out_of_scope()
    {
        using var evidence = Evidence.Empty().With(
            "credential-report.json", """{"Error": {"Code": "AccessDenied", "Message": "not authorized"}}""");
        Assert.All(Decided, control => Assert.Equal("incomplete", evidence.ControlOutcome(control)));
        Assert.Equal(2, evidence.Run().ExitCode);
    }

    [Fact]
    public void A_bare_csv_has_no_time_and_ages_are_incomplete_until_it_is_given()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("report.csv", Report.ToString());
        var without = CliRun.Of(["evaluate", path, "--format", "json"]);
        Assert.Equal(2, without.ExitCode);
        Assert.Contains("--as-of", without.Output, StringComparison.Ordinal);

        var with = CliRun.Of(["evaluate", path, "--as-of", "2026-01-01T00:00:00Z", "--format", "json"]);
        Assert.Equal(0, with.ExitCode);
    }

    [Fact]
    public void A_time_before_the_evidence_is_refused_and_a_later_one_is_a_projection()
    {
        using var evidence = Evidence.Of(Report);
        var before = evidence.Run("--as-of", "2025-12-31T23:59:59Z");
        Assert.Equal(64, before.ExitCode);
        Assert.Contains("PE4", before.Error, StringComparison.Ordinal);
        Assert.Empty(before.Output);

        Assert.Equal(0, evidence.Run("--as-of", "2026-01-01T00:00:00Z").ExitCode);
        var after = CliRun.Of(
            ["evaluate", .. evidence.Run("--as-of", "2027-01-01T00:00:00Z").Arguments[1..2], "--as-of", "2027-01-01T00:00:00Z"]);
        Assert.Equal(1, after.ExitCode);
        Assert.Contains("projected", after.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Several_accounts_in_one_file_have_one_root_user_each()
    {
        var text = new CredentialReportText()
            .Root("111122223333", "aws", ("access_key_1_active", "true"))
            .User("build", "111122223333", "aws")
            .Root("444455556666", "aws")
            .User("build", "444455556666", "aws")
            .User("lost", "777788889999", "aws");
        using var evidence = Evidence.Of(text);

        // In the order of the lines; a root user without a row stands before the first one.
        Assert.Equal(["incomplete", "fail", "pass"], evidence.Verdicts("1.4").Select(verdict => verdict.Outcome));
        Assert.Equal("fail", evidence.ControlOutcome("1.4"));
    }

    /// <summary>Users that the summary counts; the report has one row of a user.</summary>
    [Theory]
    [InlineData(0, "pass", 0)]
    [InlineData(1, "pass", 0)]
    [InlineData(2, "incomplete", 2)]
    public void A_report_with_fewer_users_than_the_summary_counts_is_not_whole(int users, string outcome, int exitCode)
    {
        using var evidence = Evidence.Of(Report).WithSummary(("Users", users), ("AccountMFAEnabled", 1));
        Assert.Equal(outcome, evidence.ControlOutcome("1.14"));
        Assert.Equal("pass", evidence.ControlOutcome("1.4"));
        Assert.Equal(exitCode, evidence.Run().ExitCode);
    }

    [Theory]
    [InlineData("any", 0)]
    [InlineData("high", 0)]
    [InlineData("anny", 64)]
    public void The_gate_takes_a_severity_or_any(string severity, int exitCode)
    {
        using var evidence = Evidence.Of(Report);
        Assert.Equal(exitCode, evidence.Run("--fail-on", severity).ExitCode);
    }

    [Fact]
    public void A_duration_that_is_a_parameter_is_not_negative()
    {
        using var evidence = Evidence.Of(Report);
        var run = evidence.Run("--set", "no-keys-at-initial-setup.madeWithin=-1s");
        Assert.Equal(64, run.ExitCode);
        Assert.Contains("PE4", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_is_not_standard_is_in_the_headline()
    {
        using var evidence = Evidence.Of(Report);
        var folder = evidence.Run().Arguments[1];
        var run = CliRun.Of(["evaluate", folder, "--set", "access-key-rotation.maxAgeDays=365"]);
        Assert.Contains("maxAgeDays", string.Join('\n', run.Output.Split('\n').Take(12)), StringComparison.Ordinal);
    }
}
