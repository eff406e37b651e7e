using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Driver;

public sealed class PlannerTests
{
    private const string Generated = "2026-07-01T12:00:00+00:00";

    private static readonly string Csv = new CredentialReportText().Root().ToString();

    [Fact]
    public void A_setting_of_a_policy_that_is_not_evaluated_is_a_warning()
    {
        const string Set = "credentials-unused.maxAgeDays=45";
        using var scenario = new Scenario().Snapshot(Csv);
        scenario.Request = scenario.Request with { Policies = ["root-use"], Sets = [Set] };
        var preparation = scenario.Prepare();
        Assert.NotNull(preparation.Plan);
        var diagnostic = Assert.Single(preparation.Diagnostics);
        Assert.Equal(("PE4006", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal([Set, "credentials-unused"], diagnostic.Arguments.ToArray());
    }

    [Fact]
    public void A_parameter_that_is_set_twice_is_wrong_usage()
    {
        const string Set = "credentials-unused.maxAgeDays";
        using var scenario = new Scenario().Snapshot(Csv);
        scenario.Request = scenario.Request with { Policies = ["credentials-unused"], Sets = [$"{Set}=45", $"{Set}=9"] };
        var preparation = scenario.Prepare();
        var diagnostic = Assert.Single(preparation.Diagnostics);
        Assert.Equal(("PE4011", 64), (diagnostic.Id, preparation.ExitCode));
        Assert.Equal([Set], diagnostic.Arguments.ToArray());
    }

    [Fact]
    public void Nothing_to_evaluate_is_wrong_usage()
    {
        using var scenario = new Scenario().Snapshot(Csv);
        var preparation = scenario.Prepare();
        Assert.Null(preparation.Plan);
        Assert.Equal(("PE4009", 64), (Assert.Single(preparation.Diagnostics).Id, preparation.ExitCode));
    }

    [Fact]
    public void Without_a_snapshot_there_is_nothing_to_prepare()
    {
        using var scenario = new Scenario();
        Assert.Throws<ArgumentOutOfRangeException>(scenario.Prepare);
    }

    [Fact]
    public void Snapshots_keep_their_order_and_digests()
    {
        using var scenario = new Scenario();
        foreach (var account in (string[])["999988887777", "111122223333", "444455556666"])
            scenario.Snapshot(new CredentialReportText().Root(account, "aws").User("ann", account, "aws").ToString());
        scenario.Request = scenario.Request with { Policies = ["console-user-mfa", "root-access-key-absent"] };
        var results = scenario.Run();
        string[] accounts = [.. results.Header.Snapshots.Select(s => s.Account)];
        string[] digests = [.. results.Header.Snapshots.Select(s => s.Digest)];
        Assert.Equal(["999988887777", "111122223333", "444455556666"], accounts);
        Assert.Equal(3, digests.Distinct().Count());
        Assert.Equal(
            accounts.Zip(digests).SelectMany(pair => Enumerable.Repeat(pair, 2)),
            results.Findings.Select(f => (f.Resource.Account, f.Snapshot)));
    }

    [Fact]
    public void The_same_snapshot_twice_is_a_warning_that_names_both()
    {
        using var scenario = new Scenario().Snapshot(Csv)
            .Snapshot(new CredentialReportText().Root(("access_key_1_active", "true")).ToString())
            .Snapshot(Csv);
        scenario.Request = scenario.Request with { Policies = ["root-access-key-absent"] };
        var results = scenario.Run();
        var warning = Assert.Single(results.Footer.Diagnostics, d => d.Id == "PE4010");
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        Assert.Equal(["snapshot2", "snapshot0"], warning.Arguments.ToArray());
        Assert.Equal(2, results.Footer.Findings.Pass);
    }

    [Theory]
    [InlineData(1, new[] { "credential-report.csv" })]
    [InlineData(2, new[] { "snapshot0/credential-report.csv", "snapshot1/credential-report.csv" })]
    public void Diagnostics_name_their_snapshot_where_there_are_several(int count, string[] expected)
    {
        using var scenario = new Scenario();
        for (var i = 0; i < count; i++)
            scenario.Snapshot(Csv + $"not,a,row{i}\n");
        var files = scenario.Prepare().Diagnostics.Where(d => d.Id[2] == '6').Select(d => d.Location.File);
        Assert.Equal(expected, files.Distinct());
    }

    [Fact]
    public void An_instant_is_judged_against_each_snapshot()
    {
        using var scenario = new Scenario()
            .Snapshot(Csv, generated: Generated)
            .Snapshot(Csv + "\n", generated: "2026-07-02T12:00:00+00:00")
            .Snapshot(Csv);
        scenario.Request = scenario.Request with { Policies = ["root-use"], AsOf = "2026-07-02T12:00:00Z" };
        Assert.Equal([true, false, false], scenario.Run().Header.Snapshots.Select(s => s.Projected));

        scenario.Request = scenario.Request with { AsOf = "2026-07-02T11:59:59Z" };
        var refused = Assert.Single(scenario.Prepare().Diagnostics);
        Assert.Equal("PE4008", refused.Id);
        Assert.Equal(["2026-07-02T11:59:59Z", "2026-07-02T12:00:00Z", "snapshot1"], refused.Arguments.ToArray());
    }

    [Theory]
    [InlineData("mfa", "")]
    [InlineData("mfa keys", "1.1")]
    [InlineData("keys mfa", "1.1")]
    [InlineData("", "1.1")]
    public void A_control_of_which_a_part_was_not_asked_for_is_not_reported(string policies, string controls)
    {
        using var scenario = new Scenario().Snapshot(Csv)
            .Policy("a.yaml", PolicyText.Of("mfa", "aws.iam.root", "root.mfa_active"))
            .Policy("b.yaml", PolicyText.Of("keys", "aws.iam.root", "!root.access_key_1_active"))
            .Policy("f.yaml", PolicyText.Framework("mine", "{ name: mfa }", "{ name: keys }"));
        string[] wanted = [.. policies.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        scenario.Request = scenario.Request with { Frameworks = ["mine"], Policies = [.. wanted] };
        var results = scenario.Run();
        Assert.Equal(controls, string.Join(' ', results.Footer.Controls.Select(c => c.Id)));
        Assert.Equal(wanted.Length == 1 ? 1 : 2, results.Findings.Count);
        Assert.All(results.Findings, f => Assert.Equal(wanted.Length == 1, f.Controls.IsEmpty));
    }

    [Fact]
    public void A_policy_with_other_params_is_evaluated_for_each_of_them()
    {
        var framework = PolicyText.Framework(
            "mine",
            "{ name: credentials-unused, params: { maxAgeDays: 45 } }",
            "{ name: credentials-unused, params: { maxAgeDays: 365 } }");
        var csv = new CredentialReportText()
            .User("ann", ("password_enabled", "true"), ("password_last_used", "2026-04-01T00:00:00Z")).ToString();
        using var scenario = new Scenario().Snapshot(csv).Policy("mine.yaml", framework);
        scenario.Request = scenario.Request with { Frameworks = ["mine"], AsOf = "2026-07-01" };
        var results = scenario.Run();
        Assert.Equal([Outcome.Fail, Outcome.Pass], results.Findings.Select(f => f.Outcome));
        Assert.Equal(["45", "365"], results.Header.Policies.Select(p => p.Params.Single().Value));
        var control = results.Control("1.1");
        Assert.Equal((Outcome.Fail, 1, 1), (control.Outcome, control.Counts.Fail, control.Counts.Pass));
        Assert.Equal(["credentials-unused"], control.Policies.ToArray());
    }
}
