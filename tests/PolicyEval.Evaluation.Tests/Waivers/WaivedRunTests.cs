using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Waivers;

/// <summary>What waivers do to a run, and what they never do.</summary>
public sealed class WaivedRunTests
{
    private const string Policy = "console-user-mfa";
    private const string Generated = "2026-07-01T12:00:00+00:00";

    private static readonly (string, string) Console = ("password_enabled", "true");

    private static readonly string Csv = new CredentialReportText().Root()
        .User("ann", Console).User("bob", Console).User("dan", Console, ("mfa_active", "true")).ToString();

    [Fact]
    public void A_waived_failure_stays_marked_is_counted_apart_and_does_not_trip_the_gate()
    {
        using var scenario = Start(WaiverText.Of("both", ("resource", "[ann, bob]")));
        var run = scenario.Run();
        Assert.Equal([Outcome.Fail, Outcome.Fail, Outcome.Pass], run.Findings.Select(f => f.Outcome));
        Assert.Equal(
            new WaiverReference("both", "backup team", "It is replaced in spring.", "2027-01-01T00:00:00Z"),
            run.Findings[0].Waiver);
        Assert.Null(run.Findings[2].Waiver);
        Assert.Equal((2, 2), (run.Footer.Findings.Fail, run.Footer.Findings.Waived));
        Assert.Equal((0, 0), (run.Footer.GateFailures, run.Footer.ExitCode));
        Assert.Equal(Outcome.Fail, run.Control("1.10").Outcome);
        Assert.Equal(2, run.Control("1.10").Counts.Waived);
        Assert.Empty(run.Footer.Diagnostics);
    }

    [Fact]
    public void Who_is_not_named_still_trips_the_gate()
    {
        using var scenario = Start(WaiverText.Of("ann-only"));
        var run = scenario.Run();
        Assert.Equal(["ann-only", null, null], run.Findings.Select(f => f.Waiver?.Name));
        Assert.Equal((1, 1), (run.Footer.GateFailures, run.Footer.ExitCode));
    }

    [Theory]
    [InlineData("policy", "\"console-*\"", true)]
    [InlineData("policy", "\"*-mf?\"", true)]
    [InlineData("policy", "[root-use, console-user-mfa]", true)]
    [InlineData("policy", "root-use", false)]
    [InlineData("account", "\"1111*\"", true)]
    [InlineData("account", "\"111122223334\"", false)]
    [InlineData("account", "[\"444455556666\", \"111122223333\"]", true)]
    [InlineData("resource", "\"a?n\"", true)]
    [InlineData("resource", "Ann", false)]
    [InlineData("resource", "an", false)]
    [InlineData("resource", "arn:aws:iam::111122223333:user/ann", true)]
    [InlineData("resource", "\"arn:aws:iam::*:user/a*\"", true)]
    [InlineData("resource", "arn:aws:iam::111122223333:user/an", false)]
    [InlineData("control", "cis_v130/1.10", true)]
    [InlineData("control", "\"*/1.10\"", true)]
    [InlineData("control", "cis_v130/1.1", false)]
    [InlineData("control", "[cis_v130/1.1, cis_v130/1.10]", true)]
    public void Every_key_that_is_given_must_fit(string key, string value, bool waives)
    {
        using var scenario = Start(WaiverText.Of("w", (key, value)));
        Assert.Equal(waives, scenario.Run().Findings[0].Waiver is not null);
    }

    [Fact]
    public void A_fingerprint_is_enough_and_other_keys_limit_it()
    {
        using var plain = Start();
        var fingerprint = plain.Run().Findings[1].Fingerprint;
        (string, string)[] alone = [("policy", ""), ("account", ""), ("resource", ""), ("fingerprint", fingerprint)];
        using var scenario = Start(WaiverText.Of("w", alone));
        Assert.Equal([null, "w", null], scenario.Run().Findings.Select(f => f.Waiver?.Name));
        using var limited = Start(WaiverText.Of("w", [.. alone[..2], ("resource", "ann"), alone[3]]));
        Assert.All(limited.Run().Findings, f => Assert.Null(f.Waiver));
    }

    [Theory]
    [InlineData("2026-07-01T12:00:00Z", "2026-07-01T12:00:01Z", WaiverState.Active)]
    [InlineData("2026-07-01T12:00:01Z", "2026-08-01T00:00:00Z", WaiverState.NotYetEffective)]
    [InlineData("2026-06-01T00:00:00Z", "2026-07-01T12:00:00Z", WaiverState.Expired)]
    [InlineData("2026-06-01T00:00:00Z", "2026-07-01T12:00:01Z", WaiverState.Active)]
    [InlineData("2026-06-01T00:00:00Z", "2026-07-01", WaiverState.Active)]
    [InlineData("2026-06-01T00:00:00Z", "2026-06-30", WaiverState.Expired)]
    [InlineData("2026-06-30", "2026-07-01", WaiverState.Active)]
    [InlineData("2026-07-01", "2026-07-02", WaiverState.NotYetEffective)]
    [InlineData("2026-07-01T14:00:00+02:00", "2026-07-02", WaiverState.Active)]
    [InlineData("2026-07-01T14:00:01+02:00", "2026-07-02", WaiverState.NotYetEffective)]
    [InlineData("2026-06-01T00:00:00Z", "2026-07-01T05:00:00-07:00", WaiverState.Expired)]
    [InlineData("2026-06-01T00:00:00Z", "2026-07-01T05:00:01-07:00", WaiverState.Active)]
    [InlineData("2026-06-01T00:00:00Z", "2026-07-02T01:59:59+14:00", WaiverState.Expired)]
    public void Time_is_judged_at_the_instant_of_the_evidence(string from, string expires, WaiverState state)
    {
        using var scenario = Start(WaiverText.Of("w", ("effectiveFrom", from), ("expires", expires)));
        var run = scenario.Run();
        Assert.Equal(state == WaiverState.Active, run.Findings[0].Waiver is not null);
        var waiver = Assert.Single(run.Footer.Waivers);
        Assert.Equal((state, 1), (waiver.State, waiver.Matched));
        Assert.Equal(state == WaiverState.Active ? 1 : 0, waiver.Waived);
        Assert.Equal(
            state switch
            {
                WaiverState.Expired => ["PE4058"],
                WaiverState.NotYetEffective => ["PE4063"],
                _ => [],
            },
            run.Footer.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_waiver_that_would_cover_a_failure_and_does_not_hold_yet_is_warned_of()
    {
        using var scenario = Start(WaiverText.Of("w", ("effectiveFrom", "2026-07-01"), ("expires", "2026-07-31")));
        var diagnostic = Assert.Single(scenario.Run().Footer.Diagnostics);
        Assert.Equal(("PE4063", 3), (diagnostic.Id, diagnostic.Location.Line));
        Assert.Equal(["w", "2026-07-02T00:00:00Z", "1 failure counts"], diagnostic.Arguments.ToArray());

        using var other = Start(WaiverText.Of(
            "w", ("resource", "nobody"), ("effectiveFrom", "2026-07-01"), ("expires", "2026-07-31")));
        Assert.Empty(other.Run().Footer.Diagnostics);
    }

    [Fact]
    public void The_instant_that_the_user_gives_counts_for_waivers_too()
    {
        using var scenario = Start(WaiverText.Of("w", ("expires", "2026-07-31")));
        Assert.NotNull(scenario.Run().Findings[0].Waiver);
        scenario.Request = scenario.Request with { AsOf = "2026-08-01T00:00:00Z" };
        var run = scenario.Run();
        Assert.Null(run.Findings[0].Waiver);
        var diagnostic = Assert.Single(run.Footer.Diagnostics);
        Assert.Equal(("PE4058", 3), (diagnostic.Id, diagnostic.Location.Line));
        Assert.Equal(["w", "2026-08-01T00:00:00Z", "1 failure counts again"], diagnostic.Arguments.ToArray());
    }

    [Fact]
    public void Without_an_instant_no_waiver_is_applied_and_that_is_said()
    {
        using var scenario = new Scenario().Snapshot(Csv).Waivers(WaiverText.Of("w"));
        scenario.Request = scenario.Request with { Policies = [Policy] };
        var run = scenario.Run();
        Assert.All(run.Findings, f => Assert.Null(f.Waiver));
        Assert.Equal(WaiverState.Unjudged, Assert.Single(run.Footer.Waivers).State);
        Assert.Equal("PE4057", Assert.Single(run.Footer.Diagnostics).Id);
        Assert.Equal(1, run.Footer.ExitCode);
    }

    [Fact]
    public void Missing_evidence_and_faults_are_never_waived()
    {
        var csv = new CredentialReportText().Root().User("ann", Console, ("mfa_active", "not_supported")).ToString();
        using var scenario = new Scenario().Snapshot(csv, generated: Generated)
            .Policy("p.yaml", PolicyText.Of("broken", "aws.iam.user", "1 / (user.mfa_active ? 1 : 0) > 0"))
            .Policy("q.yaml", PolicyText.Of("zero", "aws.iam.user", "1 / (user.password_enabled ? 0 : 0) > 0"))
            .Waivers(WaiverText.Of("w", ("policy", "\"*\"")));
        scenario.Request = scenario.Request with { Policies = [Policy, "broken", "zero"] };
        var run = scenario.Run();
        Assert.Equal([Outcome.Incomplete, Outcome.Incomplete, Outcome.Error], run.Findings.Select(f => f.Outcome));
        Assert.All(run.Findings, f => Assert.Null(f.Waiver));
        Assert.Equal((2, 0), (run.Footer.ExitCode, run.Footer.Findings.Waived));
        Assert.Contains(run.Footer.Diagnostics, d => d.Id == "PE4059");
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 2)]
    public void A_control_with_waived_failures_alone_still_fails_and_what_is_incomplete_decides_the_exit_code(
        bool strict, int exitCode)
    {
        var csv = new CredentialReportText().Root().User("ann", Console).User("bob", Console)
            .User("eve", Console, ("mfa_active", "not_supported")).ToString();
        using var scenario = new Scenario().Snapshot(csv, generated: Generated)
            .Waivers(WaiverText.Of("all", ("resource", "\"*\"")));
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"], Policies = [Policy], Strict = strict };
        var run = scenario.Run();
        var control = run.Control("1.10");
        Assert.Equal((Outcome.Fail, true), (control.Outcome, control.Counts.IsWaived));
        Assert.Equal((2, 2, 1), (control.Counts.Fail, control.Counts.Waived, control.Counts.Incomplete));
        Assert.Equal(["all", "all", null], run.Findings.Select(f => f.Waiver?.Name));
        Assert.Equal((0, exitCode), (run.Footer.GateFailures, run.Footer.ExitCode));
    }

    [Fact]
    public void A_pattern_that_fits_nothing_is_unused_and_waives_nothing()
    {
        using var scenario = Start(WaiverText.Of("w", ("resource", "\"zoe-*\"")));
        var run = scenario.Run();
        Assert.All(run.Findings, f => Assert.Null(f.Waiver));
        Assert.Equal(["PE4059 3:19"], Scenario.Places(run.Footer.Diagnostics));
        var waiver = Assert.Single(run.Footer.Waivers);
        Assert.Equal((true, 0, 0, true), (waiver.IsInScope, waiver.Matched, waiver.Waived, waiver.IsUnused));
        Assert.Equal((2, 1), (run.Footer.GateFailures, run.Footer.ExitCode));
    }

    [Fact]
    public void Of_several_waivers_the_one_that_holds_longest_is_named_then_the_first_by_name()
    {
        using var scenario = Start(WaiverText.File(
            WaiverText.Of("d"),
            WaiverText.Of("c", ("resource", "\"*\"")),
            WaiverText.Of("a", ("expires", "2026-12-30")),
            WaiverText.Of("b", ("resource", "arn:aws:iam::111122223333:user/ann")),
            WaiverText.Of("e", ("expires", "2027-12-31"), ("effectiveFrom", "2027-01-01"))));
        var run = scenario.Run();
        Assert.Equal(["b", "c", null], run.Findings.Select(f => f.Waiver?.Name));
        Assert.Equal(
            [("a", 1, 0), ("b", 1, 1), ("c", 2, 1), ("d", 1, 0), ("e", 1, 0)],
            run.Footer.Waivers.Select(w => (w.Name, w.Matched, w.Waived)));

        // What another waiver covers is not unused.
        Assert.All(run.Footer.Waivers, w => Assert.False(w.IsUnused));
        Assert.Empty(run.Footer.Diagnostics);
    }

    [Fact]
    public void An_unused_waiver_is_said_so_and_one_of_others_is_not()
    {
        using var scenario = Start(WaiverText.File(
            WaiverText.Of("passes", ("resource", "dan")),
            WaiverText.Of("elsewhere", ("account", "\"444455556666\"")),
            WaiverText.Of("another-policy", ("policy", "root-use")),
            WaiverText.Of("another-control", ("resource", "dan"), ("control", "cis_v130/1.4")),
            WaiverText.Of("past", ("resource", "dan"), ("expires", "2026-03-31")),
            WaiverText.Of("past-elsewhere", ("account", "\"444455556666\""), ("expires", "2026-03-31"))));
        var run = scenario.Run();
        Assert.Equal(
            ["PE4059 passes", "PE4058 past"], run.Footer.Diagnostics.Select(d => $"{d.Id} {d.Arguments[0]}"));
        Assert.Equal("no failure is left for it", run.Footer.Diagnostics[1].Arguments[2]);
        Assert.Equal(
            ["another-control", "another-policy", "elsewhere", "past-elsewhere"],
            run.Footer.Waivers.Where(w => !w.IsInScope).Select(w => w.Name));
    }

    [Theory]
    [InlineData("2026-07-31T12:00:00Z", 30, true)]
    [InlineData("2026-07-31T12:00:01Z", 30, false)]
    [InlineData("2026-07-01T12:00:01Z", 0, true)]
    [InlineData("2026-07-01", 0, true)]
    [InlineData("2026-07-31", 30, false)]
    public void What_expires_within_thirty_days_is_marked(string expires, int days, bool soon)
    {
        using var scenario = Start(WaiverText.Of("w", ("expires", expires)));
        var waiver = Assert.Single(scenario.Run().Footer.Waivers);
        Assert.Equal((days, soon), (waiver.DaysLeft, waiver.ExpiresSoon));
    }

    [Fact]
    public void Ignored_waivers_are_listed_and_change_nothing()
    {
        using var scenario = Start(WaiverText.File(WaiverText.Of("w"), WaiverText.Of("past", ("expires", "2026-03-31"))));
        scenario.Request = scenario.Request with { IgnoreWaivers = true };
        var run = scenario.Run();
        Assert.All(run.Findings, f => Assert.Null(f.Waiver));
        Assert.Equal((0, 2, 1), (run.Footer.Findings.Waived, run.Footer.GateFailures, run.Footer.ExitCode));
        Assert.True(run.Header.Options.IgnoreWaivers);
        Assert.Equal([(0, 1), (0, 1)], run.Footer.Waivers.Select(w => (w.Waived, w.Matched)));
        Assert.Empty(run.Footer.Diagnostics);
    }

    [Fact]
    public void Each_snapshot_is_judged_at_its_own_instant()
    {
        using var scenario = Start(WaiverText.Of("w", ("effectiveFrom", "2026-07-15"), ("expires", "2026-09-15")));
        scenario.Snapshot(Csv + "\n", generated: "2026-08-01T12:00:00+00:00");
        scenario.Snapshot(Csv + "\n\n", generated: "2026-10-01T12:00:00+00:00");
        var run = scenario.Run();
        Assert.Equal([null, "w", null], run.Findings.Where(f => f.Resource.Id == "ann").Select(f => f.Waiver?.Name));
        var waiver = Assert.Single(run.Footer.Waivers);
        Assert.Equal((WaiverState.Active, 45, 3, 1), (waiver.State, waiver.DaysLeft, waiver.Matched, waiver.Waived));
    }

    [Fact]
    public void Only_snapshots_of_its_accounts_decide_the_state()
    {
        using var scenario = Start(WaiverText.Of("w", ("account", "\"444455556666\""), ("expires", "2026-07-15")));
        var other = new CredentialReportText().Root("444455556666", "aws").User("ann", "444455556666", "aws", Console);
        scenario.Snapshot(other.ToString(), generated: "2026-08-01T12:00:00+00:00");
        var run = scenario.Run();
        Assert.Equal(WaiverState.Expired, Assert.Single(run.Footer.Waivers).State);
        Assert.All(run.Findings, f => Assert.Null(f.Waiver));
    }

    [Fact]
    public void Every_file_is_named_with_its_digest_and_a_mistake_forbids_the_run()
    {
        using var scenario = Start(WaiverText.Of("w"));
        var file = Assert.Single(scenario.Run().Header.WaiverFiles);
        Assert.EndsWith("waivers.yaml", file.Path, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", file.Sha256);

        scenario.Waivers(WaiverText.Of("w"), "more.yaml");
        var preparation = scenario.Prepare();
        Assert.Null(preparation.Plan);
        Assert.Equal((3, "PE3028"), (preparation.ExitCode, Assert.Single(preparation.Diagnostics).Id));
    }

    [Fact]
    public void Waivers_among_the_policies_are_applied_only_where_they_are_given()
    {
        using var scenario = Start().Policy("w.yaml", WaiverText.Of("w"));
        var diagnostic = Assert.Single(scenario.Run().Footer.Diagnostics);
        Assert.Equal(("PE4060", 3), (diagnostic.Id, diagnostic.Location.Line));

        scenario.Waivers(WaiverText.Of("w"), "policies/w.yaml");
        var run = scenario.Run();
        Assert.Empty(run.Footer.Diagnostics);
        Assert.NotNull(run.Findings[0].Waiver);
    }

    [Fact]
    public void A_file_without_waivers_is_refused()
    {
        using var scenario = Start(PolicyText.Of("p", "aws.iam.user", "user.mfa_active"));
        var preparation = scenario.Prepare();
        Assert.Null(preparation.Plan);
        Assert.Equal("PE4062", Assert.Single(preparation.Diagnostics).Id);
    }

    [Fact]
    public void A_run_with_waivers_is_the_same_whatever_the_degree()
    {
        var report = new CredentialReportText().Root();
        for (var i = 0; i < 1_000; i++)
            report.User($"u{i:d4}", Console);
        using var scenario = new Scenario().Snapshot(report.ToString(), generated: Generated).Waivers(WaiverText.File(
            WaiverText.Of("w", ("resource", "\"u0?5*\"")), WaiverText.Of("v", ("resource", "[u0001, u0051, u0999]"))));
        scenario.Request = scenario.Request with { Policies = [Policy] };
        var one = scenario.Run();
        scenario.Degree = 7;
        var many = scenario.Run();
        Assert.Equal(102, one.Footer.Findings.Waived);
        Assert.Equal(one.Print(), many.Print());
        Assert.Equal(one.Findings.Select(f => f.Waiver?.Name), many.Findings.Select(f => f.Waiver?.Name));
        Assert.Equal(one.Footer.Waivers.Select(w => w.Waived), many.Footer.Waivers.Select(w => w.Waived));
    }

    private static Scenario Start(params string[] waivers)
    {
        var scenario = new Scenario().Snapshot(Csv, generated: Generated);
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"], Policies = [Policy] };
        return waivers.Aggregate(scenario, (all, text) => all.Waivers(text));
    }
}
