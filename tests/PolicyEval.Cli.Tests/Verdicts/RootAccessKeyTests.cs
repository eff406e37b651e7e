using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>Control 1.4, every row of the table: what the root row says, and what the account summary says.</summary>
public sealed class RootAccessKeyTests
{
    private const string Control = "1.4";

    private static readonly (string, string)[] NoKey = [];
    private static readonly (string, string)[] ActiveKey =
        [("access_key_1_active", "true"), ("access_key_1_last_rotated", "2020-01-01T00:00:00Z")];
    private static readonly (string, string)[] ActiveSecondKey =
        [("access_key_2_active", "TRUE"), ("access_key_2_last_rotated", "2020-01-01T00:00:00Z")];
    private static readonly (string, string)[] InactiveKey =
        [("access_key_1_active", "false"), ("access_key_1_last_rotated", "2020-01-01T00:00:00+00:00")];
    private static readonly (string, string)[] NotSupported = [("access_key_1_active", "not_supported")];
    private static readonly (string, string)[] EmptyCell = [("access_key_2_active", "")];
    private static readonly (string, string)[] OddToken = [("access_key_1_active", "maybe")];

    /// <summary>Row, entry of the summary (-1: no summary file, -2: a summary without the entry), verdict.</summary>
    public static TheoryData<string, int, string> Table => new()
    {
        { nameof(ActiveKey), -1, "fail ActiveKey" },
        { nameof(ActiveKey), -2, "fail ActiveKey" },
        { nameof(ActiveKey), 0, "fail ActiveKey" },
        { nameof(ActiveKey), 1, "fail ActiveKey" },
        { nameof(ActiveSecondKey), -1, "fail ActiveKey" },
        { nameof(ActiveSecondKey), 1, "fail ActiveKey" },
        { nameof(InactiveKey), -1, "fail InactiveKey" },
        { nameof(InactiveKey), -2, "fail InactiveKey" },
        { nameof(InactiveKey), 0, "fail InactiveKey" },
        { nameof(InactiveKey), 1, "fail InactiveKey" },
        { nameof(NoKey), 0, "pass" },
        { nameof(NoKey), -1, "pass" },
        { nameof(NoKey), -2, "pass" },
        { nameof(NoKey), 1, "fail KeyPresentStatusUnknown" },
        { nameof(NoKey), 2, "fail KeyPresentStatusUnknown" },
        { nameof(NotSupported), -1, "incomplete" },
        { nameof(NotSupported), -2, "incomplete" },
        { nameof(NotSupported), 0, "incomplete" },
        { nameof(NotSupported), 1, "fail KeyPresentStatusUnknown" },
        { nameof(EmptyCell), -1, "incomplete" },
        { nameof(EmptyCell), 0, "incomplete" },
        { nameof(OddToken), -1, "incomplete" },
        { nameof(OddToken), 0, "incomplete" },
        { "no root row", 1, "fail KeyPresentStatusUnknown" },
        { "no root row", 2, "fail KeyPresentStatusUnknown" },
        { "no root row", 0, "pass" },
        { "no root row", -1, "incomplete" },
        { "no root row", -2, "incomplete" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_root_row_and_the_account_summary_decide(string row, int summary, string expected)
    {
        using var evidence = Given(row, summary);
        Assert.Equal(expected, evidence.Verdict(Control).Summary);
    }

    [Fact]
    public void A_pass_without_the_account_summary_names_its_basis()
    {
        using var evidence = Given(nameof(NoKey), -1);
        Assert.Contains("report only", evidence.Verdict(Control).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_with_both_sources_cites_both()
    {
        using var evidence = Given(nameof(NoKey), 0);
        var cells = evidence.Verdict(Control).Cells;
        Assert.Contains("access_key_1_active=false", cells);
        Assert.Contains("access_key_2_active=false", cells);
        Assert.Contains("AccountAccessKeysPresent=0", cells);
    }

    [Fact]
    public void An_active_key_that_the_summary_does_not_know_was_apparently_removed_since()
    {
        using var evidence = Given(nameof(ActiveKey), 0);
        Assert.Contains("removed since", evidence.Verdict(Control).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_active_key_is_cited_with_its_cell_alone()
    {
        using var evidence = Given(nameof(ActiveKey), -1);
        Assert.Equal(["access_key_1_active=true"], evidence.Verdict(Control).Cells);
    }

    [Theory]
    [InlineData("fail", "fail InactiveKey")]
    [InlineData("pass", "pass")]
    public void The_reading_of_an_inactive_key_is_a_parameter(string reading, string expected)
    {
        using var evidence = Given(nameof(InactiveKey), -1);
        Assert.Equal(
            expected, evidence.Verdict(Control, "--set", $"root-access-key-absent.inactiveKey={reading}").Summary);
    }

    [Theory]
    [InlineData(-1, "incomplete")]
    [InlineData(-2, "incomplete")]
    [InlineData(0, "pass")]
    public void The_account_summary_can_be_required(int summary, string expected)
    {
        using var evidence = Given(nameof(NoKey), summary);
        Assert.Equal(
            expected, evidence.Verdict(Control, "--set", "root-access-key-absent.requireSummary=true").Summary);
    }

    [Fact]
    public void An_incomplete_verdict_names_the_cell()
    {
        using var evidence = Given(nameof(NotSupported), -1);
        var verdict = evidence.Verdict(Control);
        Assert.Contains("access_key_1_active", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("credential-report.csv:2 access_key_1_active=not_supported", verdict.Unusable);
    }

    [Fact]
    public void A_report_without_a_root_row_looks_cut()
    {
        using var evidence = Given("no root row", 0);
        using var report = evidence.Report();
        Assert.Contains(
            report.RootElement.GetProperty("diagnostics").EnumerateArray(),
            diagnostic => diagnostic.GetProperty("id").GetString()!.StartsWith("PE6", StringComparison.Ordinal)
                && diagnostic.GetProperty("severity").GetString() == "warning");
    }

    [Fact]
    public void China_has_no_root_user_when_the_arns_prove_it()
    {
        using var evidence = Evidence.Of(
            new CredentialReportText().User("build", CredentialReportText.Account, "aws-cn"));
        Assert.Equal("not_applicable", evidence.Verdict(Control).Outcome);
    }

    [Fact]
    public void In_GovCloud_a_key_that_the_summary_does_not_mention_is_unknown_and_the_control_applies()
    {
        using var evidence = Evidence
            .Of(new CredentialReportText().User("build", CredentialReportText.Account, "aws-us-gov"))
            .WithSummary(("AccountMFAEnabled", 0));
        Assert.Equal("incomplete", evidence.Verdict(Control).Outcome);
    }

    [Fact]
    public void A_user_called_root_is_not_the_root_user()
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root().User("root", ActiveKey));
        var verdict = evidence.Verdict(Control);
        Assert.Equal(("<root_account>", "pass"), (verdict.Resource, verdict.Outcome));
    }

    [Fact]
    public void A_root_user_without_any_credential_passes_and_the_message_says_so()
    {
        using var evidence = Evidence
            .Of(new CredentialReportText().Root(
                ("password_enabled", "false"), ("mfa_active", "false"), ("password_last_changed", "N/A")))
            .WithSummary(("AccountAccessKeysPresent", 0), ("AccountPasswordPresent", 0), ("AccountMFAEnabled", 0));
        var verdict = evidence.Verdict(Control);
        Assert.Equal("pass", verdict.Outcome);
        Assert.Contains("password", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", -1, "pass")]
    [InlineData("N/A", -1, "pass")]
    [InlineData("1 more access key", -1, "incomplete")]
    [InlineData("not_supported", -1, "incomplete")]
    [InlineData("1 more access key", 0, "pass")]
    [InlineData("1 more access key", 1, "fail KeyPresentStatusUnknown")]
    public void Credentials_beyond_the_columns_prove_nothing(string more, int summary, string expected)
    {
        using var evidence = Evidence.Of(new CredentialReportText()
            .WithColumns([.. CredentialReportText.Columns, "additional_credentials_info"])
            .Root(("additional_credentials_info", more)));
        if (summary >= 0)
            evidence.WithSummary(("AccountAccessKeysPresent", summary));
        Assert.Equal(expected, evidence.Verdict(Control).Summary);
    }

    [Fact]
    public void The_account_summary_alone_decides_by_its_own_procedure()
    {
        using var none = Evidence.Empty().WithSummary(("AccountAccessKeysPresent", 0));
        using var one = Evidence.Empty().WithSummary(("AccountAccessKeysPresent", 1));
        Assert.Equal("pass", none.Verdict(Control).Outcome);
        Assert.Equal("fail", one.Verdict(Control).Outcome);
    }

    [Fact]
    public void A_denied_account_summary_is_as_good_as_none()
    {
        using var evidence = Given(nameof(NoKey), -1).With("account-summary.json", Denied);
        Assert.Equal("pass", evidence.Verdict(Control).Outcome);
        using var cut = Given("no root row", -1).With("account-summary.json", Denied);
        Assert.Equal("incomplete", cut.Verdict(Control).Outcome);
    }

    private const string Denied = """{"Error": {"Code": "AccessDenied", "Message": "not authorized"}}""";

    private static Evidence Given(string row, int summary)
    {
        var report = new CredentialReportText();
        if (row != "no root row")
        {
            report.Root(row switch
            {
                nameof(ActiveKey) => ActiveKey,
                nameof(ActiveSecondKey) => ActiveSecondKey,
                nameof(InactiveKey) => InactiveKey,
                nameof(NotSupported) => NotSupported,
                nameof(EmptyCell) => EmptyCell,
                nameof(OddToken) => OddToken,
                _ => NoKey,
            });
        }

        var evidence = Evidence.Of(report.User("build"));
        return summary switch
        {
            -1 => evidence,
            -2 => evidence.WithSummary(("AccountMFAEnabled", 1)),
            _ => evidence.WithSummary(("AccountAccessKeysPresent", summary), ("AccountMFAEnabled", 1)),
        };
    }
}
