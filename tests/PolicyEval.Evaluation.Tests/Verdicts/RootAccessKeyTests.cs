using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Verdicts;

/// <summary>The table "No root access key" of the verdicts that are decided.</summary>
public sealed class RootAccessKeyTests
{
    private const string Policy = "root-access-key-absent";

    private const string Zero = "\"AccountAccessKeysPresent\": 0";
    private const string One = "\"AccountAccessKeysPresent\": 1";
    private const string GovCloud = "\"AccountMFAEnabled\": 0";
    private const string Date = "2025-01-02T03:04:05Z";

    [Theory]
    [InlineData("true", Date, "false", "N/A", null, "Fail", "ActiveKey")]
    [InlineData("false", "N/A", "TRUE", Date, null, "Fail", "ActiveKey")]
    [InlineData("true", Date, "false", "N/A", Zero, "Fail", "ActiveKey")]
    [InlineData("true", Date, "false", "N/A", One, "Fail", "ActiveKey")]
    [InlineData("true", "N/A", "not_supported", "N/A", null, "Fail", "ActiveKey")]
    [InlineData("false", Date, "false", "N/A", null, "Fail", "InactiveKey")]
    [InlineData("false", "N/A", "false", Date, Zero, "Fail", "InactiveKey")]
    [InlineData("false", Date, "false", "N/A", One, "Fail", "InactiveKey")]
    [InlineData("false", "N/A", "false", "N/A", Zero, "Pass", "")]
    [InlineData("false", "N/A", "false", "N/A", null, "Pass", "")]
    [InlineData("false", "N/A", "false", "N/A", One, "Fail", "KeyPresentStatusUnknown")]
    [InlineData("false", "N/A", "false", "N/A", GovCloud, "Pass", "")]
    [InlineData("not_supported", "N/A", "false", "N/A", null, "Incomplete", "MissingEvidence")]
    [InlineData("not_supported", "N/A", "false", "N/A", Zero, "Incomplete", "MissingEvidence")]
    [InlineData("false", "N/A", "", "N/A", null, "Incomplete", "MissingEvidence")]
    [InlineData("false", "N/A", "maybe", "N/A", Zero, "Incomplete", "MissingEvidence")]
    public void A_row_gives(
        string active1,
        string rotated1,
        string active2,
        string rotated2,
        string? summary,
        string outcome,
        string reason)
    {
        using var scenario = new Scenario().Snapshot(Row(active1, rotated1, active2, rotated2), summary);
        var finding = scenario.Only(Policy);
        Assert.Equal((outcome, reason), (finding.Outcome.ToString(), finding.Reason));
    }

    [Theory]
    [InlineData("aws", One, "Fail", "KeyPresentStatusUnknown")]
    [InlineData("aws", Zero, "Pass", "")]
    [InlineData("aws", null, "Incomplete", "MissingEvidence")]
    [InlineData("aws-us-gov", GovCloud, "Incomplete", "MissingEvidence")]
    [InlineData("aws-cn", null, "NotApplicable", "NoRootUser")]
    [InlineData("aws-cn", One, "NotApplicable", "NoRootUser")]
    public void Without_a_row_the_summary_decides(string partition, string? summary, string outcome, string reason)
    {
        var csv = new CredentialReportText().User("root", CredentialReportText.Account, partition).ToString();
        using var scenario = new Scenario().Snapshot(csv, summary);
        var finding = scenario.Only(Policy);
        Assert.Equal((outcome, reason), (finding.Outcome.ToString(), finding.Reason));
        Assert.Equal("<root_account>", finding.Resource.Id);
    }

    [Fact]
    public void A_summary_without_a_report_decides_too()
    {
        using var scenario = new Scenario().Snapshot(summary: Zero);
        var finding = scenario.Only(Policy);
        Assert.Equal((Outcome.Pass, ""), (finding.Outcome, finding.Resource.Account));
    }

    [Fact]
    public void An_active_key_is_proven_by_its_cell()
    {
        using var scenario = new Scenario().Snapshot(Row("true", Date, "false", "N/A"));
        var cell = Assert.Single(scenario.Only(Policy).Evidence);
        Assert.Equal(
            ("credential-report.csv", 2, "access_key_1_active", "true"),
            (cell.File, cell.Line, cell.Field, cell.Value));
        var line = Row("true", Date, "false", "N/A").Split('\n')[1];
        Assert.StartsWith($"true,{Date}", line[(cell.Column - 1)..]);
    }

    [Theory]
    [InlineData("inactiveKey=pass", "Pass")]
    [InlineData("inactiveKey=fail", "Fail")]
    public void An_inactive_key_is_a_matter_of_a_parameter(string set, string outcome)
    {
        using var scenario = new Scenario().Snapshot(Row("false", Date, "false", "N/A"));
        scenario.Request = scenario.Request with { Sets = [$"{Policy}.{set}"] };
        Assert.Equal(outcome, scenario.Only(Policy).Outcome.ToString());
    }

    [Fact]
    public void A_required_summary_that_is_missing_makes_it_incomplete()
    {
        using var scenario = new Scenario().Snapshot(Row("false", "N/A", "false", "N/A"));
        scenario.Request = scenario.Request with { Sets = [$"{Policy}.requireSummary=true"] };
        var finding = scenario.Only(Policy);
        Assert.Equal(Outcome.Incomplete, finding.Outcome);
        var missing = Assert.Single(finding.Missing);
        Assert.Equal(
            ("account-summary.json", "AccountAccessKeysPresent", "not given"),
            (missing.File, missing.Field, missing.Why));
        Assert.Contains("aws iam get-account-summary", missing.Command);
    }

    private static string Row(string active1, string rotated1, string active2, string rotated2) =>
        new CredentialReportText().Root(
            ("access_key_1_active", active1), ("access_key_1_last_rotated", rotated1),
            ("access_key_2_active", active2), ("access_key_2_last_rotated", rotated2)).ToString();
}
