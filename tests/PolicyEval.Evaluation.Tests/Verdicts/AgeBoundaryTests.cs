using System.Globalization;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Verdicts;

/// <summary>Each age limit one second before, at, and one second after: days are 24 hours, times are UTC.</summary>
public sealed class AgeBoundaryTests
{
    private const string AsOf = "2026-07-01T12:00:00Z";

    /// <summary>90 days of 24 hours before <see cref="AsOf"/>; a clock change of many zones lies between.</summary>
    private const string Limit = "2026-04-02T12:00:00Z";

    private static readonly DateTimeOffset LimitTime = DateTimeOffset.Parse(Limit, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("root-use", "password_last_used", 1, "Fail")]
    [InlineData("root-use", "password_last_used", 0, "Pass")]
    [InlineData("root-use", "password_last_used", -1, "Pass")]
    [InlineData("root-use", "access_key_1_last_used_date", 1, "Fail")]
    [InlineData("root-use", "access_key_1_last_used_date", 0, "Pass")]
    [InlineData("root-use", "access_key_2_last_used_date", 1, "Fail")]
    [InlineData("root-use", "access_key_2_last_used_date", -1, "Pass")]
    public void Root_use(string policy, string column, int seconds, string outcome)
    {
        var csv = new CredentialReportText().Root((column, At(seconds))).ToString();
        Assert.Equal(outcome, OutcomeOf(csv, policy));
    }

    [Theory]
    [InlineData(1, "Pass")]
    [InlineData(0, "Fail")]
    [InlineData(-1, "Fail")]
    public void Unused_password(int seconds, string outcome)
    {
        var used = User(
            ("password_enabled", "true"), ("password_last_used", At(seconds)), ("password_last_changed", AsOf));
        var never = User(
            ("password_enabled", "true"), ("password_last_used", "no_information"),
            ("password_last_changed", At(seconds)));
        Assert.Equal(outcome, OutcomeOf(used, "credentials-unused"));
        Assert.Equal(outcome, OutcomeOf(never, "credentials-unused"));
    }

    [Theory]
    [InlineData(1, "Pass")]
    [InlineData(0, "Fail")]
    [InlineData(-1, "Fail")]
    public void Unused_key(int seconds, string outcome)
    {
        var used = User(
            ("access_key_1_active", "true"), ("access_key_1_last_used_date", At(seconds)),
            ("access_key_1_last_rotated", AsOf));
        var never = User(
            ("access_key_2_active", "true"), ("access_key_2_last_used_date", "N/A"),
            ("access_key_2_last_rotated", At(seconds)));
        Assert.Equal(outcome, OutcomeOf(used, "credentials-unused"));
        Assert.Equal(outcome, OutcomeOf(never, "credentials-unused"));
    }

    [Theory]
    [InlineData(1, "Pass")]
    [InlineData(0, "Pass")]
    [InlineData(-1, "Fail")]
    public void Key_rotation(int seconds, string outcome)
    {
        Assert.Equal(
            outcome,
            OutcomeOf(
                User(("access_key_1_active", "true"), ("access_key_1_last_rotated", At(seconds))),
                "access-key-rotation"));
        Assert.Equal(
            outcome,
            OutcomeOf(
                User(("access_key_2_active", "true"), ("access_key_2_last_rotated", At(seconds))),
                "access-key-rotation"));
    }

    [Theory]
    [InlineData(9, "Fail")]
    [InlineData(10, "Fail")]
    [InlineData(11, "Pass")]
    public void Key_made_with_the_user(int seconds, string outcome)
    {
        var csv = User(
            ("password_enabled", "true"), ("user_creation_time", Limit), ("access_key_1_active", "true"),
            ("access_key_1_last_rotated", At(seconds)), ("access_key_1_last_used_date", AsOf));
        Assert.Equal(outcome, OutcomeOf(csv, "no-keys-at-initial-setup"));
    }

    [Theory]
    [InlineData("2026-04-02T14:00:00+02:00", "Fail")]
    [InlineData("2026-04-02T14:00:01+02:00", "Pass")]
    [InlineData("2026-04-02T05:00:00-07:00", "Fail")]
    public void An_offset_is_converted_to_UTC(string date, string outcome)
    {
        var csv = User(("password_enabled", "true"), ("password_last_used", date));
        Assert.Equal(outcome, OutcomeOf(csv, "credentials-unused"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(AsOf)]
    [InlineData("2026-07-01T12:00:00.75Z")]
    public void A_fraction_of_a_second_decides_nothing(string? asOf)
    {
        var csv = User(("access_key_1_active", "true"), ("access_key_1_last_rotated", Limit));
        using var scenario = new Scenario().Snapshot(csv, generated: "2026-07-01T12:00:00.5Z");
        scenario.Request = scenario.Request with { AsOf = asOf, Policies = ["access-key-rotation"] };
        var results = scenario.Run();
        Assert.Equal(Outcome.Pass, Assert.Single(results.Findings).Outcome);
        Assert.Equal((AsOf, false), (results.Header.Snapshots[0].AsOf, results.Header.Snapshots[0].Projected));
    }

    [Theory]
    [InlineData("tr-TR", "America/New_York")]
    [InlineData("ar-SA", "Asia/Kolkata")]
    [InlineData("de-DE", "Pacific/Kiritimati")]
    public void Culture_and_time_zone_change_nothing(string culture, string zone)
    {
        var csv = User(("password_enabled", "TRUE"), ("password_last_used", Limit));
        var before = CultureInfo.CurrentCulture;
        var zoneBefore = Environment.GetEnvironmentVariable("TZ");
        var expected = Print(csv);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            SetZone(zone);
            Assert.Equal(expected, Print(csv));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            SetZone(zoneBefore);
        }
    }

    private static void SetZone(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }

    private static string At(int seconds) =>
        LimitTime.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string User(params (string, string)[] changes) =>
        new CredentialReportText().User("ann", changes).ToString();

    private static string OutcomeOf(string csv, string policy)
    {
        using var scenario = new Scenario().Snapshot(csv);
        scenario.Request = scenario.Request with { AsOf = AsOf };
        return scenario.Only(policy).Outcome.ToString();
    }

    private static string Print(string csv)
    {
        using var scenario = new Scenario().Snapshot(csv);
        scenario.Request = scenario.Request with { AsOf = AsOf, Frameworks = ["cis_v130"] };
        return scenario.Run().Print();
    }
}
