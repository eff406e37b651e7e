using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Verdicts;

/// <summary>The table "The others" of the verdicts that are decided.</summary>
public sealed class OtherVerdictTests
{
    private const string AsOf = "2026-07-01T12:00:00Z";
    private const string Recent = "2026-06-30T00:00:00Z";

    [Theory]
    [InlineData("mfa_active=true", null, "Pass", "")]
    [InlineData("mfa_active=false", "\"AccountMFAEnabled\": 1", "Pass", "")]
    [InlineData("mfa_active=false", null, "Fail", "NoMfa")]
    [InlineData("mfa_active=false password_enabled=not_supported", null, "Fail", "NoMfa")]
    [InlineData("mfa_active=false password_enabled=false access_key_1_active=true", null, "Fail", "NoMfa")]
    [InlineData("mfa_active=false password_enabled=false", null, "NotApplicable", "NoCredentials")]
    [InlineData("mfa_active=not_supported", null, "Incomplete", "MissingEvidence")]
    public void Root_MFA(string cells, string? summary, string outcome, string reason) =>
        AssertOutcome(
            "root-mfa-enabled", new CredentialReportText().Root(Cells(cells)).ToString(), summary, outcome, reason);

    [Theory]
    [InlineData("not_applicable", "mfa_active=false password_enabled=false", "NotApplicable", "NoCredentials")]
    [InlineData("pass", "mfa_active=false password_enabled=false", "Pass", "")]
    [InlineData("fail", "mfa_active=false password_enabled=false", "Fail", "NoMfa")]
    [InlineData("pass", "mfa_active=false", "Fail", "NoMfa")]
    [InlineData("fail", "mfa_active=true password_enabled=false", "Pass", "")]
    [InlineData("pass", "mfa_active=false password_enabled=", "Incomplete", "MissingEvidence")]
    public void Root_MFA_without_credentials_is_a_matter_of_a_parameter(
        string credentialless, string cells, string outcome, string reason)
    {
        using var scenario = Make(new CredentialReportText().Root(Cells(cells)).ToString(), null);
        scenario.Request = scenario.Request with { Sets = [$"root-mfa-enabled.credentialless={credentialless}"] };
        var finding = scenario.Only("root-mfa-enabled");
        Assert.Equal((outcome, reason), (finding.Outcome.ToString(), finding.Reason));
    }

    [Theory]
    [InlineData("access_key_1_active=true access_key_1_last_rotated=2026-01-01T00:00:00Z", "Fail", "NeverUsed")]
    [InlineData("access_key_2_active=true access_key_2_last_rotated=2026-01-01T00:00:00Z", "Fail", "NeverUsed")]
    [InlineData(
        "access_key_1_active=true access_key_1_last_rotated=2026-01-01T00:00:00Z "
        + "access_key_1_last_used_date=2026-01-02T00:00:00Z", "Pass", "")]
    [InlineData("access_key_1_active=false access_key_1_last_rotated=2026-01-01T00:00:00Z", "Pass", "")]
    [InlineData(
        "access_key_1_active=true access_key_1_last_rotated=2026-01-01T00:00:00Z "
        + "access_key_1_last_used_date=not_supported", "Incomplete", "MissingEvidence")]
    [InlineData("access_key_1_active=true access_key_1_last_rotated=2020-01-01T00:00:00Z", "Fail", "MadeWithUser")]
    public void Keys_at_initial_setup(string cells, string outcome, string reason) =>
        AssertUser("no-keys-at-initial-setup", "password_enabled=true " + cells, outcome, reason);

    [Theory]
    [InlineData("aws-us-gov", "NotApplicable", "GovCloud")]
    [InlineData("aws", "Fail", "NoMfa")]
    public void Root_MFA_by_partition(string partition, string outcome, string reason)
    {
        var csv = new CredentialReportText().Root(
            CredentialReportText.Account, partition, ("mfa_active", "false")).ToString();
        AssertOutcome("root-mfa-enabled", csv, null, outcome, reason);
    }

    [Theory]
    [InlineData("password_last_used=no_information", "Pass", "")]
    [InlineData("password_last_used=N/A", "Pass", "")]
    [InlineData("password_last_used=not_supported", "Incomplete", "MissingEvidence")]
    [InlineData(
        "password_last_used=not_supported access_key_2_last_used_date=2026-06-30T00:00:00Z",
        "Fail", "RecentUse")]
    public void Root_use(string cells, string outcome, string reason) =>
        AssertOutcome("root-use", new CredentialReportText().Root(Cells(cells)).ToString(), null, outcome, reason);

    [Theory]
    [InlineData("password_enabled=true mfa_active=true", "Pass", "")]
    [InlineData("password_enabled=true mfa_active=false", "Fail", "NoMfa")]
    [InlineData("password_enabled=false mfa_active=false", "NotApplicable", "NoConsolePassword")]
    [InlineData("password_enabled=not_supported mfa_active=false", "Incomplete", "MissingEvidence")]
    [InlineData("password_enabled=true mfa_active=", "Incomplete", "MissingEvidence")]
    public void Console_MFA(string cells, string outcome, string reason) =>
        AssertUser("console-user-mfa", cells, outcome, reason);

    [Theory]
    [InlineData("password_enabled=true password_last_used=N/A", "Incomplete", "MissingEvidence")]
    [InlineData(
        "password_enabled=true password_last_used=no_information password_last_changed=N/A",
        "Incomplete", "MissingEvidence")]
    [InlineData("access_key_1_active=true", "Incomplete", "MissingEvidence")]
    [InlineData("access_key_1_active=true access_key_1_last_used_date=2020-01-01T00:00:00Z password_enabled=true",
        "Fail", "UnusedAccessKey")]
    [InlineData("password_last_used=2020-01-01T00:00:00Z", "NotApplicable", "NoEnabledCredential")]
    [InlineData(
        "password_enabled=true password_last_used=2020-01-01T00:00:00Z password_last_changed=2026-06-30T00:00:00Z",
        "Fail", "UnusedPassword")]
    public void Unused_credentials(string cells, string outcome, string reason) =>
        AssertUser("credentials-unused", cells, outcome, reason);

    [Theory]
    [InlineData("access_key_1_active=true access_key_2_active=true", "Fail", "")]
    [InlineData("access_key_1_active=true", "Pass", "")]
    [InlineData("", "Pass", "")]
    [InlineData("access_key_1_active=true access_key_2_active=not_supported", "Incomplete", "MissingEvidence")]
    public void One_active_key(string cells, string outcome, string reason)
    {
        using var scenario = Make(new CredentialReportText().User("ann", Cells(cells)).ToString(), null);
        var finding = scenario.Only("one-active-access-key");
        Assert.Equal(outcome, finding.Outcome.ToString());
        if (reason.Length > 0)
            Assert.Equal(reason, finding.Reason);
    }

    [Theory]
    [InlineData("one-active-access-key", "access_key_1_active=true", "Incomplete")]
    [InlineData("one-active-access-key", "access_key_1_active=true access_key_2_active=true", "Fail")]
    [InlineData(
        "access-key-rotation",
        "access_key_1_active=true access_key_1_last_rotated=2026-06-30T00:00:00Z", "Incomplete")]
    public void More_credentials_than_the_report_shows(string policy, string cells, string outcome)
    {
        string[] columns = [.. CredentialReportText.Columns, "additional_credentials_info"];
        var csv = new CredentialReportText().WithColumns(columns)
            .User("ann", [.. Cells(cells), ("additional_credentials_info", "3 access keys")]).ToString();
        using var scenario = Make(csv, null);
        Assert.Equal(outcome, scenario.Only(policy).Outcome.ToString());
    }

    [Theory]
    [InlineData(
        "credentials-unused",
        "password_enabled=true password_last_used=2026-07-01T12:00:01Z", "password_last_used")]
    [InlineData(
        "access-key-rotation",
        "access_key_1_active=true access_key_1_last_rotated=2027-01-01T00:00:00Z", "access_key_1_last_rotated")]
    public void A_date_after_asOf_is_no_evidence(string policy, string cells, string field)
    {
        using var scenario = Make(new CredentialReportText().User("ann", Cells(cells)).ToString(), null);
        scenario.Request = scenario.Request with { Policies = [policy] };
        var results = scenario.Run();
        var finding = Assert.Single(results.Findings);
        Assert.Equal(Outcome.Incomplete, finding.Outcome);
        Assert.Equal((field, "lies after asOf"), (finding.Missing[0].Field, finding.Missing[0].Why));
        var warning = Assert.Single(results.Footer.Diagnostics, d => d.Id == "PE5001");
        Assert.Equal(
            (2, finding.Missing[0].Cell!.Column, field),
            (warning.Location.Line, warning.Location.Column, warning.Location.Field));
        Assert.Equal(2, results.Footer.ExitCode);
    }

    [Fact]
    public void A_user_called_root_is_not_the_root_user()
    {
        var csv = new CredentialReportText().Root().User("root", ("access_key_1_active", "true")).ToString();
        using var scenario = Make(csv, null);
        var finding = scenario.Only("root-access-key-absent");
        Assert.Equal((Outcome.Pass, "<root_account>"), (finding.Outcome, finding.Resource.Id));
    }

    [Fact]
    public void Without_a_time_only_what_needs_one_is_incomplete()
    {
        var csv = new CredentialReportText().Root(("password_last_used", Recent)).ToString();
        using var scenario = new Scenario().Snapshot(csv);
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        var results = scenario.Run();
        Assert.Equal(Outcome.Pass, results.Control("1.4").Outcome);
        Assert.Equal(Outcome.Incomplete, results.Control("1.7").Outcome);
        var missing = Assert.Single(results.Of("root-use")[0].Missing);
        Assert.Equal("asOf", missing.Field);
        Assert.Contains("--as-of", results.Of("root-use")[0].Message);
    }

    private static void AssertUser(string policy, string cells, string outcome, string reason) =>
        AssertOutcome(policy, new CredentialReportText().User("ann", Cells(cells)).ToString(), null, outcome, reason);

    private static void AssertOutcome(string policy, string csv, string? summary, string outcome, string reason)
    {
        using var scenario = Make(csv, summary);
        var finding = scenario.Only(policy);
        Assert.Equal((outcome, reason), (finding.Outcome.ToString(), finding.Reason));
    }

    private static Scenario Make(string csv, string? summary)
    {
        var scenario = new Scenario().Snapshot(csv, summary);
        scenario.Request = scenario.Request with { AsOf = AsOf };
        return scenario;
    }

    private static (string, string)[] Cells(string cells) =>
        [.. cells.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c =>
            (c[..c.IndexOf('=')], c[(c.IndexOf('=') + 1)..]))];
}
