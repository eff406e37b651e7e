using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>Controls 1.10, 1.11 and 1.13: users and their credentials, no ages.</summary>
public sealed class UserPolicyTests
{
    [Theory]
    [InlineData("true", "true", "pass")]
    [InlineData("true", "false", "fail")]
    [InlineData("TRUE", "FALSE", "fail")]
    [InlineData("false", "false", "not_applicable")]
    [InlineData("false", "true", "not_applicable")]
    [InlineData("true", "", "incomplete")]
    [InlineData("not_supported", "false", "incomplete")]
    public void A_user_with_a_console_password_needs_a_second_factor(string password, string mfa, string expected)
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root()
            .User("build", ("password_enabled", password), ("mfa_active", mfa)));
        Assert.Equal(expected, evidence.Verdict("1.10").Outcome);
    }

    [Theory]
    [InlineData("1.10")]
    [InlineData("1.11")]
    [InlineData("1.12")]
    [InlineData("1.13")]
    [InlineData("1.14")]
    public void The_root_user_is_not_a_user(string control)
    {
        using var evidence = Evidence.Of(new CredentialReportText()
            .Root(
                ("mfa_active", "false"),
                ("access_key_1_active", "true"),
                ("access_key_1_last_rotated", "2015-01-01T00:00:00Z"),
                ("access_key_2_active", "true"),
                ("access_key_2_last_rotated", "2015-01-01T00:00:00Z"))
            .User("build"));
        Assert.Equal("build", evidence.Verdict(control).Resource);
        Assert.Contains(evidence.ControlOutcome(control), (string[])["pass", "not_applicable"]);
    }

    [Theory]
    [InlineData("1.10")]
    [InlineData("1.11")]
    [InlineData("1.12")]
    [InlineData("1.13")]
    [InlineData("1.14")]
    public void Without_users_a_control_over_users_does_not_apply(string control)
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root());
        Assert.Equal(("*", "NoneExist"), (evidence.Verdicts(control).Single().Resource, evidence.Verdicts(control).Single().Reason));
        Assert.Equal("not_applicable", evidence.ControlOutcome(control));
    }

    /// <summary>Seconds between user and key, last use of the key, verdict; the parameter's default is 10 seconds.</summary>
    [Theory]
    [InlineData(0, "2025-01-01T00:00:00Z", "fail")]
    [InlineData(9, "2025-01-01T00:00:00Z", "fail")]
    [InlineData(10, "2025-01-01T00:00:00Z", "fail")]
    [InlineData(11, "2025-01-01T00:00:00Z", "pass")]
    [InlineData(86400, "2025-01-01T00:00:00Z", "pass")]
    [InlineData(86400, "N/A", "fail")]
    [InlineData(0, "N/A", "fail")]
    public void A_console_user_has_no_key_from_its_initial_setup(int seconds, string lastUsed, string expected)
    {
        foreach (var slot in (int[])[1, 2])
        {
            using var evidence = Evidence.Of(new CredentialReportText().Root().User(
                "build",
                ("password_enabled", "true"),
                ("user_creation_time", Ages.Ago(400)),
                ($"access_key_{slot}_active", "true"),
                ($"access_key_{slot}_last_rotated", Ages.Ago(400, -seconds)),
                ($"access_key_{slot}_last_used_date", lastUsed)));
            Assert.Equal(expected, evidence.Verdict("1.11").Outcome);
        }
    }

    [Fact]
    public void The_two_ways_to_fail_initial_setup_have_reasons_apart()
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root()
            .User(
                "made-with-the-user",
                ("password_enabled", "true"),
                ("access_key_1_active", "true"),
                ("access_key_1_last_rotated", "2020-01-01T00:00:03Z"),
                ("access_key_1_last_used_date", "2025-01-01T00:00:00Z"))
            .User(
                "never-used",
                ("password_enabled", "true"),
                ("access_key_1_active", "true"),
                ("access_key_1_last_rotated", "2021-01-01T00:00:00Z")));
        var reasons = evidence.Verdicts("1.11").Select(verdict => Assert.Single(verdict.Reasons)).ToArray();
        Assert.Equal(2, reasons.Distinct().Count());
    }

    [Theory]
    [InlineData("false", "true")]
    [InlineData("true", "false")]
    public void A_service_user_or_an_inactive_key_is_no_matter_of_initial_setup(string password, string active)
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root().User(
            "build",
            ("password_enabled", password),
            ("access_key_1_active", active),
            ("access_key_1_last_rotated", "2020-01-01T00:00:00Z")));
        Assert.Contains(evidence.Verdict("1.11").Outcome, (string[])["pass", "not_applicable"]);
    }

    [Theory]
    [InlineData("true", "true", "", "fail")]
    [InlineData("true", "true", "1 more key", "fail")]
    [InlineData("true", "false", "", "pass")]
    [InlineData("false", "true", "", "pass")]
    [InlineData("true", "false", "1 more key", "incomplete")]
    [InlineData("true", "false", "not_supported", "incomplete")]
    [InlineData("true", "false", "N/A", "pass")]
    [InlineData("true", "", "", "incomplete")]
    [InlineData("not_supported", "true", "", "incomplete")]
    public void A_user_has_one_active_key(string first, string second, string more, string expected)
    {
        using var evidence = Evidence.Of(new CredentialReportText()
            .WithColumns([.. CredentialReportText.Columns, "additional_credentials_info"])
            .Root()
            .User(
                "build",
                ("access_key_1_active", first),
                ("access_key_2_active", second),
                ("additional_credentials_info", more)));
        Assert.Equal(expected, evidence.Verdict("1.13").Outcome);
    }

    [Fact]
    public void A_report_without_the_column_for_more_credentials_is_complete()
    {
        using var evidence = Evidence.Of(new CredentialReportText().Root().User("build", ("access_key_1_active", "true")));
        Assert.Equal("pass", evidence.Verdict("1.13").Outcome);
    }
}
