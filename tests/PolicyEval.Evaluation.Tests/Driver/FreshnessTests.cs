using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Driver;

/// <summary>Whether evidence is too old is a gate of its own.</summary>
public sealed class FreshnessTests
{
    private const string Generated = "2026-03-01T06:00:00Z";

    [Theory]
    [InlineData("2026-03-02T06:00:00Z", "24h", 86_400, false)]
    [InlineData("2026-03-02T06:00:00Z", "1d", 86_400, false)]
    [InlineData("2026-03-02T06:00:01Z", "24h", 86_401, true)]
    [InlineData("2026-03-02T06:00:01Z", "1d1s", 86_401, false)]
    [InlineData("2026-03-01T06:00:00Z", "0s", 0, false)]
    [InlineData("2026-03-01T05:55:00Z", "0s", 0, false)]
    [InlineData("2026-03-02", "18h", 64_800, false)]
    [InlineData("2026-03-01T09:00:00+02:00", "59m", 3600, true)]
    public void The_age_is_measured_to_the_second(string now, string maxAge, long seconds, bool isTooOld)
    {
        using var scenario = Scenario(maxAge, now);
        var results = scenario.Run();

        Assert.Equal(new EvidenceAge(seconds, isTooOld), results.Header.Snapshots[0].Age);
        Assert.Equal(isTooOld ? 2 : 0, results.Footer.ExitCode);
        Assert.Equal(0, results.Footer.GateFailures);
    }

    [Fact]
    public void Old_evidence_changes_no_outcome()
    {
        using var fresh = Scenario("36h", "2026-03-02");
        using var old = Scenario("36h", "2027-03-02");

        Assert.Equal(fresh.Run().Findings.Select(f => f.Outcome), old.Run().Findings.Select(f => f.Outcome));
        Assert.Equal(new Freshness("36h", "2027-03-02T00:00:00Z"), old.Run().Header.Options.Freshness);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void A_failure_wins_over_old_evidence_unless_strict(bool strict, int exitCode)
    {
        using var scenario = Scenario("36h", "2027-03-02", rootKey: "true");
        scenario.Request = scenario.Request with { Strict = strict };

        Assert.Equal(exitCode, scenario.Run().Footer.ExitCode);
    }

    [Fact]
    public void Evidence_of_an_unknown_age_is_too_old()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString());
        scenario.Request = Request("36h", "2026-03-02") with { AsOf = "2026-03-01" };
        var results = scenario.Run();

        Assert.Equal(new EvidenceAge(null, IsTooOld: true), results.Header.Snapshots[0].Age);
        Assert.Equal(2, results.Footer.ExitCode);
    }

    [Fact]
    public void Without_the_options_nobody_asks()
    {
        using var scenario = Scenario(null, null);
        var results = scenario.Run();

        Assert.Null(results.Header.Snapshots[0].Age);
        Assert.Null(results.Header.Options.Freshness);
        Assert.Equal(0, results.Footer.ExitCode);
    }

    [Theory]
    [InlineData("36h", null, "PE4017")]
    [InlineData(null, "2026-03-02", "PE4017")]
    [InlineData("36", "2026-03-02", "PE4016")]
    [InlineData("", "2026-03-02", "PE4016")]
    [InlineData("-1h", "2026-03-02", "PE4016")]
    [InlineData("36601d", "2026-03-02", "PE4016")]
    [InlineData("1h1d", "2026-03-02", "PE4016")]
    [InlineData("36h\n", "2026-03-02", "PE4016")]
    [InlineData("36h", "2026-03-02T00:00:00", "PE4018")]
    [InlineData("36h", "yesterday", "PE4018")]
    [InlineData("36h", "2026-03-01T05:54:59Z", "PE4019")]
    [InlineData("36h", "2025-03-01", "PE4019")]
    public void A_mistake_is_said(string? maxAge, string? now, string id)
    {
        using var scenario = Scenario(maxAge, now);
        var preparation = scenario.Prepare();

        Assert.Null(preparation.Plan);
        Assert.Equal(64, preparation.ExitCode);
        Assert.Equal(id, Assert.Single(preparation.Diagnostics).Id);
    }

    [Theory]
    [InlineData("1d2h3m4s", 93_784)]
    [InlineData("90m", 5400)]
    [InlineData("36600d", 3_162_240_000)]
    [InlineData("999999999s", 999_999_999)]
    public void An_age_is_days_hours_minutes_and_seconds(string text, long seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), AgeText.Parse(text));

    private static Scenario Scenario(string? maxAge, string? now, string rootKey = "false")
    {
        var csv = new CredentialReportText().Root(("access_key_1_active", rootKey));
        var scenario = new Scenario().Snapshot(csv.ToString(), generated: Generated);
        scenario.Request = Request(maxAge, now);
        return scenario;
    }

    private static EvaluationRequest Request(string? maxAge, string? now) =>
        new() { ToolVersion = "0.0.0", Policies = ["root-access-key-absent"], MaxAge = maxAge, Now = now };
}
