using PolicyEval.Evaluation.Explaining;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Overrides;

/// <summary>What settings do to a run, in which order they win, and how reports say so.</summary>
public sealed class OverriddenRunTests
{
    private const string Policy = "access-key-rotation";
    private const string Rotation = "policy: " + Policy;
    private const string Generated = "2026-07-01T12:00:00+00:00";
    private const string Prod = "111122223333";
    private const string Sandbox = "444455556666";
    private const string Third = "777788889999";

    /// <summary>A key that is 40 days old.</summary>
    private static readonly (string, string)[] Key =
        [("access_key_1_active", "true"), ("access_key_1_last_rotated", "2026-05-22T12:00:00+00:00")];

    [Fact]
    public void A_parameter_for_all_accounts_is_named_with_its_place()
    {
        using var scenario = Start([Prod], $"{Rotation}, params: {{ maxAgeDays: 30 }}");
        var run = scenario.Run();
        Assert.Equal(Outcome.Fail, Assert.Single(run.Findings).Outcome);
        var policy = Assert.Single(run.Header.Policies);
        var param = Assert.Single(policy.Params);
        Assert.Equal(("30", "90", true), (param.Value, param.Standard, param.Changed));
        Assert.EndsWith("policyeval.yaml:9", param.Source, StringComparison.Ordinal);
        Assert.Null(policy.Accounts);
        Assert.Equal(param, Assert.Single(run.Findings[0].Params));
        Assert.Matches("^[0-9a-f]{64}$", run.Header.Settings!.Sha256);
    }

    [Fact]
    public void A_severity_weighs_at_the_gate_and_is_named_with_its_place()
    {
        using var scenario = Start([Prod], $"{Rotation}, severity: low, params: {{ maxAgeDays: 30 }}");
        scenario.Request = scenario.Request with { FailOn = Severity.Medium };
        var run = scenario.Run();
        Assert.Equal((Severity.Low, 0, 0), (run.Findings[0].Severity, run.Footer.GateFailures, run.Footer.ExitCode));
        Assert.Equal(Severity.Low, run.Control("1.14").Severity);
        var policy = Assert.Single(run.Header.Policies);
        Assert.Equal((Severity.Low, Severity.Medium, true), (policy.Severity, policy.StandardSeverity, policy.SeverityChanged));
        Assert.EndsWith("policyeval.yaml:9", policy.SeveritySource, StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_differ_and_each_finding_says_what_it_was_judged_with()
    {
        using var scenario = Start(
            [Prod, Sandbox, Third],
            $"{Rotation}, params: {{ maxAgeDays: 30 }}, severity: high",
            $"{Rotation}, units: [sandbox], params: {{ maxAgeDays: 365 }}, severity: info");
        var run = scenario.Run();
        Assert.Equal(
            [(Prod, Outcome.Fail, "30", Severity.High), (Sandbox, Outcome.Pass, "365", Severity.Info), (Third, Outcome.Fail, "30", Severity.High)],
            run.Findings.Select(f => (f.Resource.Account, f.Outcome, f.Params[0].Value, f.Severity)));
        Assert.All(run.Findings, f => Assert.Equal(["cis_v130/1.14"], f.Controls.ToArray()));
        Assert.Equal([Prod, Third], run.Header.Policies[0].Accounts!.Value.ToArray());
        Assert.Equal([Sandbox], run.Header.Policies[1].Accounts!.Value.ToArray());
        Assert.Equal((Severity.High, 3), (run.Control("1.14").Severity, run.Control("1.14").Counts.Total));
        Assert.Equal([Policy], run.Control("1.14").Policies.ToArray());
    }

    [Theory]
    [InlineData("90", "")]
    [InlineData("60", "general")]
    [InlineData("50", "general unit")]
    [InlineData("40", "general pattern unit")]
    [InlineData("30", "account general pattern unit")]
    [InlineData("30", "general pattern account unit")]
    [InlineData("20", "account2 general")]
    [InlineData("20", "account account2 general")]
    [InlineData("30", "account2 account general")]
    [InlineData("10", "set account general unit")]
    public void Who_is_nearer_to_the_account_wins_and_the_option_over_all(string value, string given)
    {
        var all = new Dictionary<string, string>
        {
            ["general"] = $"{Rotation}, params: {{ maxAgeDays: 60 }}",
            ["unit"] = $"{Rotation}, units: [\"prod/core\"], params: {{ maxAgeDays: 50 }}",
            ["pattern"] = $"{Rotation}, accounts: [\"1111*\"], params: {{ maxAgeDays: 40 }}",
            ["account"] = $"{Rotation}, accounts: [\"{Prod}\"], params: {{ maxAgeDays: 30 }}",
            ["account2"] = $"{Rotation}, accounts: [\"{Prod}\", \"9*\"], params: {{ maxAgeDays: 20 }}",
        };
        var words = given.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var scenario = Start([Prod], [.. words.Where(all.ContainsKey).Select(word => all[word]), "policy: root-use, severity: low"]);
        if (words.Contains("set"))
            scenario.Request = scenario.Request with { Sets = [$"{Policy}.maxAgeDays=10"] };
        var param = Assert.Single(Assert.Single(scenario.Run().Findings).Params);
        Assert.Equal((value, "90"), (param.Value, param.Standard));
        Assert.Equal(words.Contains("set"), param.Source == "--set");
    }

    [Fact]
    public void Settings_win_over_frameworks_and_those_over_defaults()
    {
        using var scenario = Start([Prod, Sandbox], $"{Rotation}, units: [sandbox], params: {{ maxAgeDays: 30 }}");
        scenario.Policy("f.yaml", PolicyText.Framework("fw", "{ name: access-key-rotation, params: { maxAgeDays: 45 } }"));
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130", "fw"] };
        var run = scenario.Run();

        // In the sandbox both frameworks ask for the same: one finding serves both.
        Assert.Equal(
            [(Prod, "90", "cis_v130/1.14"), (Prod, "45", "fw/1.1"), (Sandbox, "30", "cis_v130/1.14 fw/1.1")],
            run.Findings.Select(f => (f.Resource.Account, f.Params[0].Value, string.Join(' ', f.Controls))));
        Assert.Equal([2, 2], run.Footer.Controls.Select(c => c.Counts.Total));
    }

    [Fact]
    public void Fingerprints_do_not_depend_on_parameters()
    {
        using var plain = Start([Prod]);
        using var changed = Start([Prod], $"{Rotation}, params: {{ maxAgeDays: 30 }}, severity: low");
        Assert.Equal(plain.Run().Findings[0].Fingerprint, changed.Run().Findings[0].Fingerprint);
    }

    [Fact]
    public void Accounts_of_one_report_are_told_apart_and_the_order_is_that_of_the_rows()
    {
        var csv = new CredentialReportText();
        foreach (var account in (string[])[Prod, Sandbox, Third])
            csv.Root(account, "aws").User("a", account, "aws", Key).User("b", account, "aws", Key);
        using var scenario = new Scenario().Snapshot(csv.ToString(), generated: Generated).Settings(SettingsText.Of(
            $"{Rotation}, units: [sandbox], params: {{ maxAgeDays: 30 }}"));
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        var one = scenario.Run();
        Assert.Equal(
            [Outcome.Pass, Outcome.Pass, Outcome.Fail, Outcome.Fail, Outcome.Pass, Outcome.Pass],
            one.Of(Policy).Select(f => f.Outcome));
        Assert.Equal(2 * 3, one.Of("console-user-mfa").Count);
        scenario.Degree = 5;
        Assert.Equal(one.Print(), scenario.Run().Print());
    }

    [Fact]
    public void Users_that_nobody_can_list_are_told_once_for_their_account()
    {
        using var scenario = new Scenario()
            .Snapshot(summary: "\"Users\": 1").Snapshot(new CredentialReportText().Root(Sandbox, "aws").ToString(), generated: Generated)
            .Settings(SettingsText.Of($"{Rotation}, units: [sandbox], params: {{ maxAgeDays: 30 }}"));
        scenario.Request = scenario.Request with { Policies = [Policy] };
        var run = scenario.Run();
        var finding = Assert.Single(run.Findings, finding => !finding.ShowsNone);
        Assert.Equal((ResourceReference.Unlisted, "90"), (finding.Resource.Id, finding.Params[0].Value));

        // The first snapshot may be one of the sandbox: nobody can know.
        Assert.Equal(
            ["PE4084 snapshot0"],
            run.Footer.Diagnostics.Where(d => d.Id == "PE4084").Select(d => $"{d.Id} {d.Arguments[0]}"));
    }

    [Fact]
    public void An_explanation_says_which_line_set_the_parameter()
    {
        using var scenario = Start([Prod, Sandbox], $"{Rotation}, units: [sandbox], params: {{ maxAgeDays: 30 }}");
        var explanation = Explainer.Explain(scenario.Prepare().Plan!, new ExplainRequest("ann"));
        Assert.Equal(
            [(InputOrigin.Policy, "90", Prod), (InputOrigin.Settings, "30", Sandbox)],
            explanation.Policies.Select(p => (p.Inputs[0].Origin, p.Inputs[0].Value, Assert.Single(p.Resources).Finding.Resource.Account)));
        Assert.EndsWith("policyeval.yaml:9", explanation.Policies[1].Inputs[0].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_forbid_the_run_and_settings_further_inside_are_warned_of()
    {
        using var scenario = Start([Prod], $"{Rotation}, severity: hihg");
        var preparation = scenario.Prepare();
        Assert.Null(preparation.Plan);
        Assert.Equal((3, "PE3026"), (preparation.ExitCode, Assert.Single(preparation.Diagnostics).Id));

        using var inside = Start([Prod]).Settings(SettingsText.Of($"{Rotation}, severity: low"), "policies/deep/policyeval.yml");
        var run = inside.Run();
        Assert.Equal("PE4082", Assert.Single(run.Footer.Diagnostics).Id);
        Assert.Null(run.Header.Settings);
        Assert.Equal(Severity.Medium, run.Findings[0].Severity);
    }

    [Fact]
    public void Two_files_of_settings_in_one_folder_are_refused()
    {
        var text = SettingsText.Of($"{Rotation}, severity: low");
        using var scenario = Start([Prod]).Settings(text).Settings(text, "policies/policyeval.yml");
        Assert.Equal("PE4083", Assert.Single(scenario.Prepare().Diagnostics).Id);
    }

    private static Scenario Start(string[] accounts, params string[] overrides)
    {
        var scenario = new Scenario();
        foreach (var account in accounts)
            scenario.Snapshot(new CredentialReportText().Root(account, "aws").User("ann", account, "aws", Key).ToString(), generated: Generated);
        if (overrides.Length > 0)
            scenario.Settings(SettingsText.Of(overrides));
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"], Policies = [Policy] };
        return scenario;
    }
}
