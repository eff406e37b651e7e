using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>Controls 1.12 and 1.14: one second before, at, and one second after the limit; days are 24 hours.</summary>
public sealed class AgeRuleTests
{
    private const string Unused = "1.12";
    private const string Rotation = "1.14";

    [Fact]
    public void A_password_unused_for_90_days_fails() => AssertAround(
        90, ["pass", "fail", "fail"], Unused,
        date => [("password_enabled", "true"), ("password_last_changed", "2020-01-01T00:00:00Z"), ("password_last_used", date)]);

    [Fact]
    public void A_password_never_used_is_as_old_as_its_last_change() => AssertAround(
        90, ["pass", "fail", "fail"], Unused,
        date => [("password_enabled", "true"), ("password_last_used", "no_information"), ("password_last_changed", date)]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_key_unused_for_90_days_fails(int slot) => AssertAround(
        90, ["pass", "fail", "fail"], Unused,
        date => [
            ($"access_key_{slot}_active", "true"),
            ($"access_key_{slot}_last_rotated", "2020-01-01T00:00:00Z"),
            ($"access_key_{slot}_last_used_date", date)]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_key_never_used_is_as_old_as_its_rotation(int slot) => AssertAround(
        90, ["pass", "fail", "fail"], Unused,
        date => [($"access_key_{slot}_active", "true"), ($"access_key_{slot}_last_rotated", date)]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_key_older_than_90_days_is_to_be_rotated(int slot) => AssertAround(
        90, ["pass", "pass", "fail"], Rotation,
        date => [
            ($"access_key_{slot}_active", "true"),
            ($"access_key_{slot}_last_rotated", date),
            ($"access_key_{slot}_last_used_date", "2025-12-31T00:00:00Z")]);

    [Fact]
    public void The_limits_are_parameters()
    {
        using var evidence = Of(
            ("access_key_1_active", "true"),
            ("access_key_1_last_rotated", Ages.Ago(50)),
            ("access_key_1_last_used_date", Ages.Ago(50)));
        Assert.Equal("pass", evidence.Verdict(Unused).Outcome);
        Assert.Equal("fail", evidence.Verdict(Unused, "--set", "credentials-unused.maxAgeDays=45").Outcome);
        Assert.Equal("pass", evidence.Verdict(Rotation).Outcome);
        Assert.Equal("fail", evidence.Verdict(Rotation, "--set", "access-key-rotation.maxAgeDays=45").Outcome);
    }

    [Fact]
    public void An_enabled_password_without_a_date_of_use_is_incomplete()
    {
        using var evidence = Of(("password_enabled", "true"), ("password_last_used", "N/A"));
        Assert.Equal("incomplete", evidence.Verdict(Unused).Outcome);
    }

    [Theory]
    [InlineData(Unused)]
    [InlineData(Rotation)]
    public void An_active_key_without_any_date_is_incomplete(string control)
    {
        using var evidence = Of(("access_key_1_active", "true"));
        Assert.Equal("incomplete", evidence.Verdict(control).Outcome);
    }

    [Fact]
    public void A_password_never_used_without_a_date_of_change_is_incomplete()
    {
        using var evidence = Of(
            ("password_enabled", "true"), ("password_last_used", "no_information"), ("password_last_changed", "N/A"));
        Assert.Equal("incomplete", evidence.Verdict(Unused).Outcome);
    }

    [Fact]
    public void A_password_enabled_again_after_a_long_pause_fails_and_names_the_change()
    {
        using var evidence = Of(
            ("password_enabled", "true"),
            ("password_last_used", "2024-01-01T00:00:00Z"),
            ("password_last_changed", "2025-12-30T10:11:12Z"));
        var verdict = evidence.Verdict(Unused);
        Assert.Equal("fail", verdict.Outcome);
        Assert.Contains("2025-12-30 10:11", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_of_a_password_that_was_removed_count_for_nothing()
    {
        using var evidence = Of(
            ("password_enabled", "false"),
            ("password_last_used", "2015-01-01T00:00:00Z"),
            ("password_last_changed", "2015-01-01T00:00:00Z"));
        Assert.Equal("not_applicable", evidence.Verdict(Unused).Outcome);
    }

    [Theory]
    [InlineData(Unused)]
    [InlineData(Rotation)]
    public void An_inactive_key_counts_for_nothing(string control)
    {
        using var evidence = Of(("access_key_1_active", "false"), ("access_key_1_last_rotated", "2015-01-01T00:00:00Z"));
        Assert.Equal("not_applicable", evidence.Verdict(control).Outcome);
    }

    [Theory]
    [InlineData("password_last_used", Unused)]
    [InlineData("access_key_1_last_used_date", Unused)]
    [InlineData("access_key_1_last_rotated", Rotation)]
    public void A_date_after_the_time_of_the_evidence_is_no_evidence(string column, string control)
    {
        using var evidence = Of(
            ("password_enabled", "true"),
            ("password_last_used", Ages.Ago(1)),
            ("access_key_1_active", "true"),
            ("access_key_1_last_rotated", Ages.Ago(2)),
            ("access_key_1_last_used_date", Ages.Ago(1)),
            (column, Ages.Ago(0, -1)));
        Assert.Equal("incomplete", evidence.Verdict(control).Outcome);
        Assert.NotEmpty(evidence.DiagnosticIds());
    }

    [Fact]
    public void A_date_at_the_time_of_the_evidence_is_evidence()
    {
        using var evidence = Of(("access_key_1_active", "true"), ("access_key_1_last_rotated", Ages.Ago(0)));
        Assert.Equal("pass", evidence.Verdict(Rotation).Outcome);
    }

    [Fact]
    public void An_offset_is_an_offset()
    {
        using var evidence = Of(
            ("access_key_1_active", "true"), ("access_key_1_last_rotated", "2025-10-03T05:29:59+05:30"));
        Assert.Equal("fail", evidence.Verdict(Rotation).Outcome);
        using var later = Of(
            ("access_key_1_active", "true"), ("access_key_1_last_rotated", "2025-10-03T05:30:00+05:30"));
        Assert.Equal("pass", later.Verdict(Rotation).Outcome);
    }

    [Fact]
    public void A_failure_beside_a_missing_cell_is_a_failure()
    {
        using var evidence = Of(
            ("access_key_1_active", "true"),
            ("access_key_1_last_rotated", "2015-01-01T00:00:00Z"),
            ("access_key_2_active", "not_supported"));
        Assert.Equal("fail", evidence.Verdict(Rotation).Outcome);
        Assert.Equal("fail", evidence.Verdict(Unused).Outcome);
    }

    private static void AssertAround(
        int days, string[] expected, string control, Func<string, (string, string)[]> cells)
    {
        foreach (var (date, outcome) in Ages.Around(days).Zip(expected))
        {
            using var evidence = Of(cells(date));
            Assert.Equal((date, outcome), (date, evidence.Verdict(control).Outcome));
        }
    }

    private static Evidence Of(params (string, string)[] cells) =>
        Evidence.Of(new CredentialReportText().Root().User("build", cells));
}
