using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Driver;

/// <summary>Runs with a baseline: what it has does not count at the gate, and what is not of a kind with it is said.</summary>
public sealed class BaselineRunTests
{
    private const string Policy = "access-key-rotation";
    private const string Old = "2020-01-01T00:00:00Z";
    private const string Account = "111122223333";
    private const string Other = "444455556666";

    [Fact]
    public void Known_failures_do_not_count_and_new_ones_do()
    {
        using var scenario = Over(Csv(Account, "ann", "bob", "carol"), BaselineOf(Csv(Account, "bob", "dave")));
        var results = scenario.Run();

        Assert.Equal(
            ["ann New", "bob Known", "carol New"],
            results.Findings.Where(f => f.Outcome == Outcome.Fail).Select(f => $"{f.Resource.Id} {f.Baseline}"));
        Assert.All(results.Findings.Where(f => f.Outcome != Outcome.Fail), finding => Assert.Null(finding.Baseline));
        Assert.Equal((2, 1, 1), (results.Footer.GateFailures, results.Footer.KnownFailures, results.Footer.ExitCode));
        Assert.Equal("baseline.json", results.Header.Baseline!.Path);
    }

    [Fact]
    public void A_run_with_known_failures_alone_ends_well_and_changes_no_outcome()
    {
        using var scenario = Over(Csv(Account, "ann"), BaselineOf(Csv(Account, "ann")));
        var results = scenario.Run();

        Assert.Equal((0, 1, 0), (results.Footer.GateFailures, results.Footer.KnownFailures, results.Footer.ExitCode));
        Assert.Equal(1, results.Footer.Findings.Fail);
    }

    [Fact]
    public void Missing_evidence_is_never_known()
    {
        var csv = Csv(Account).User("ann", ("access_key_1_active", "not_supported"));
        using var scenario = Over(csv, BaselineOf(csv));

        Assert.Equal(2, scenario.Run().Footer.ExitCode);
    }

    [Fact]
    public void A_failure_that_was_waived_in_the_baseline_is_new_without_the_waiver()
    {
        var baseline = BaselineOf(Csv(Account, "ann"), result => result with
        {
            Findings = [.. result.Findings.Select(f => f.Outcome == Outcome.Fail ? f with { Waiver = new("w", "o", "j", "2026-02-01T00:00:00Z") } : f)],
        });
        using var scenario = Over(Csv(Account, "ann"), baseline);
        var results = scenario.Run();

        Assert.Equal((1, 1), (results.Footer.GateFailures, results.Footer.ExitCode));
    }

    [Fact]
    public void The_least_severity_decides_of_known_failures_too()
    {
        using var scenario = Over(Csv(Account, "ann"), BaselineOf(Csv(Account, "ann")));
        scenario.Request = scenario.Request with { FailOn = Severity.Critical };

        Assert.Equal((0, 0), (scenario.Run().Footer.GateFailures, scenario.Run().Footer.KnownFailures));
    }

    [Fact]
    public void The_threads_change_nothing()
    {
        var users = Enumerable.Range(0, 500).Select(n => $"u{n}").ToArray();
        using var scenario = Over(Csv(Account, users), BaselineOf(Csv(Account, [.. users.Where((_, n) => n % 3 == 0)])));
        var alone = scenario.Run();
        scenario.Degree = 4;
        var together = scenario.Run();

        Assert.Equal(alone.Findings.Select(f => (f.Fingerprint, f.Baseline)), together.Findings.Select(f => (f.Fingerprint, f.Baseline)));
        Assert.Equal(167, together.Footer.KnownFailures);
    }

    [Fact]
    public void A_baseline_of_another_account_is_refused()
    {
        using var scenario = Over(Csv(Account, "ann"), BaselineOf(Csv(Other, "ann")));
        var preparation = scenario.Prepare();

        Assert.Null(preparation.Plan);
        Assert.Equal(3, preparation.ExitCode);
        var wrong = Assert.Single(preparation.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(
            $"baseline.json: error PE4012: The baseline is about {Other}, and this run is about {Account}.", wrong.ToString());
    }

    [Fact]
    public void A_baseline_of_other_policies_is_refused()
    {
        using var scenario = Over(Csv(Account, "ann"), BaselineOf(Csv(Account, "ann")));
        scenario.Request = scenario.Request with { Policies = ["root-access-key-absent"] };

        Assert.Contains(scenario.Prepare().Diagnostics, d => d.Id == "PE4013");
        Assert.Equal(3, scenario.Prepare().ExitCode);
    }

    [Fact]
    public void An_account_without_a_baseline_is_named()
    {
        var both = Csv(Account, "ann").Root(Other, "aws").User("zoe", Other, "aws", ("access_key_1_active", "true"), ("access_key_1_last_rotated", Old));
        using var scenario = Over(both, BaselineOf(Csv(Account, "ann")));
        var results = scenario.Run();

        Assert.Contains(results.Footer.Diagnostics, d => d.Id == "PE4014" && d.Message.Contains(Other, StringComparison.Ordinal));
        Assert.Equal((1, 1), (results.Footer.GateFailures, results.Footer.KnownFailures));
    }

    [Fact]
    public void A_baseline_by_other_rules_is_used_and_said()
    {
        var baseline = BaselineOf(Csv(Account, "ann"));
        using var scenario = Over(Csv(Account, "ann"), baseline);
        scenario.Request = scenario.Request with { Sets = [$"{Policy}.maxAgeDays=30"], Policies = [Policy, "root-access-key-absent"] };
        var wrong = Assert.Single(scenario.Run().Footer.Diagnostics, d => d.Id == "PE4015");

        Assert.Equal(DiagnosticSeverity.Warning, wrong.Severity);
        Assert.Contains("root-access-key-absent was not applied", wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"{Policy}.maxAgeDays was 90 and is 30", wrong.Message, StringComparison.Ordinal);
    }

    private static Scenario Over(CredentialReportText csv, Baseline baseline)
    {
        var scenario = new Scenario().Snapshot(csv.ToString());
        scenario.Request = RequestOf() with { Baseline = baseline };
        return scenario;
    }

    private static Baseline BaselineOf(CredentialReportText csv, Func<EvaluationResult, EvaluationResult>? change = null)
    {
        using var scenario = new Scenario().Snapshot(csv.ToString());
        scenario.Request = RequestOf();
        var results = scenario.Run();
        var result = new EvaluationResult(results.Header, [.. results.Findings], results.Footer);
        return new Baseline(new InputFile("baseline.json", new string('9', 64)), change?.Invoke(result) ?? result);
    }

    private static EvaluationRequest RequestOf() =>
        new() { ToolVersion = "0.0.0", Policies = [Policy], AsOf = "2026-03-01" };

    private static CredentialReportText Csv(string account, params string[] users)
    {
        var csv = new CredentialReportText().Root(account, "aws");
        foreach (var user in users)
            csv.User(user, account, "aws", ("access_key_1_active", "true"), ("access_key_1_last_rotated", Old));
        return csv.User("fine", account, "aws");
    }
}
