using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>Control 1.5: MFA for the root user.</summary>
public sealed class RootMfaTests
{
    private const string Control = "1.5";

    /// <summary>mfa_active, password_enabled, access_key_1_active, AccountMFAEnabled (-1: no summary), verdict.</summary>
    [Theory]
    [InlineData("true", "true", "false", -1, "pass")]
    [InlineData("true", "not_supported", "false", -1, "pass")]
    [InlineData("true", "true", "false", 0, "pass")]
    [InlineData("false", "true", "false", 1, "pass")]
    [InlineData("false", "true", "false", -1, "fail")]
    [InlineData("false", "true", "false", 0, "fail")]
    [InlineData("false", "not_supported", "false", -1, "fail")]
    [InlineData("false", "not_supported", "false", 0, "fail")]
    [InlineData("false", "false", "true", -1, "fail")]
    [InlineData("false", "false", "false", -1, "not_applicable")]
    [InlineData("false", "false", "false", 0, "not_applicable")]
    [InlineData("not_supported", "true", "false", -1, "incomplete")]
    [InlineData("not_supported", "true", "false", 1, "pass")]
    public void Root_needs_a_second_factor_where_it_has_a_credential(
        string mfa, string password, string key, int summary, string expected)
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root(
            ("mfa_active", mfa),
            ("password_enabled", password),
            ("access_key_1_active", key),
            ("access_key_1_last_rotated", key == "true" ? "2025-12-01T00:00:00Z" : "N/A")));
        if (summary >= 0)
        {
            evidence.WithSummary(
                ("AccountMFAEnabled", summary),
                ("AccountAccessKeysPresent", key == "true" ? 1 : 0),
                ("AccountPasswordPresent", password == "false" ? 0 : 1));
        }

        Assert.Equal(expected, evidence.Verdict(Control).Outcome);
    }

    [Fact]
    public void An_inactive_key_is_a_key_that_is_present()
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root(
            ("mfa_active", "false"),
            ("password_enabled", "false"),
            ("access_key_1_last_rotated", "2025-12-01T00:00:00Z")));
        Assert.Equal("fail", evidence.Verdict(Control).Outcome);
    }

    [Fact]
    public void Nothing_is_proven_absent_by_a_cell_that_says_nothing()
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root(
            ("mfa_active", "false"), ("password_enabled", "false"), ("access_key_2_active", "not_supported")));
        Assert.Equal("incomplete", evidence.Verdict(Control).Outcome);
    }

    [Theory]
    [InlineData(1, "pass")]
    [InlineData(-1, "incomplete")]
    public void Without_a_root_row_the_summary_decides(int summary, string expected)
    {
        using var evidence = Evidence.Of(new CredentialReportText().User("build"));
        if (summary >= 0)
            evidence.WithSummary(("AccountMFAEnabled", summary));
        Assert.Equal(expected, evidence.Verdict(Control).Outcome);
    }

    [Fact]
    public void The_control_does_not_apply_in_GovCloud()
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root(
            CredentialReportText.Account, "aws-us-gov", ("mfa_active", "false")));
        Assert.Equal("not_applicable", evidence.Verdict(Control).Outcome);
    }
}
