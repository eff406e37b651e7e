using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>Control 1.7: the root user is not used for daily work. The window of 90 days is ours.</summary>
public sealed class RootUseTests
{
    private const string Control = "1.7";

    [Theory]
    [InlineData("password_last_used")]
    [InlineData("access_key_1_last_used_date")]
    [InlineData("access_key_2_last_used_date")]
    public void An_age_below_the_window_fails_and_the_window_itself_passes(string column)
    {
        foreach (var (age, expected) in Ages.Around(90).Zip(["fail", "pass", "pass"]))
        {
            using var evidence = Evidence.Of(new CredentialReportText().Root((column, age)));
            Assert.Equal(expected, evidence.Verdict(Control).Outcome);
        }
    }

    [Theory]
    [InlineData("no_information", "N/A")]
    [InlineData("N/A", "N/A")]
    public void A_root_user_that_was_never_used_passes(string password, string key)
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root(
            ("password_last_used", password),
            ("access_key_1_last_used_date", key),
            ("access_key_2_last_used_date", key)));
        Assert.Equal("pass", evidence.Verdict(Control).Outcome);
    }

    [Fact]
    public void An_old_password_use_does_not_hide_a_key_that_was_used_today()
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root(
            ("password_last_used", "2021-01-01T00:00:00Z"),
            ("access_key_2_active", "true"),
            ("access_key_2_last_used_date", "2025-12-31T12:34:56Z")));
        var verdict = evidence.Verdict(Control);
        Assert.Equal("fail", verdict.Outcome);
        Assert.Contains("2025-12-31 12:34", verdict.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("12:34:56", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_window_is_a_parameter()
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root(("password_last_used", "2025-12-20T00:00:00Z")));
        Assert.Equal("fail", evidence.Verdict(Control).Outcome);
        Assert.Equal("pass", evidence.Verdict(Control, "--set", "root-use.windowDays=7").Outcome);
    }

    [Fact]
    public void A_use_after_the_time_of_the_evidence_is_no_evidence()
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root(("password_last_used", "2026-01-01T00:00:01Z")));
        Assert.Equal("incomplete", evidence.Verdict(Control).Outcome);
    }
}
