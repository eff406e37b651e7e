using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Driver;

public sealed class EvaluatorTests
{
    private const string Generated = "2026-07-01T12:00:00+00:00";

    [Fact]
    public void Findings_are_the_same_and_in_order_whatever_the_degree()
    {
        var report = new CredentialReportText().Root();
        for (var i = 0; i < 2_000; i++)
            report.User(
                $"u{i:d4}", ("password_enabled", i % 3 == 0 ? "true" : "false"),
                ("access_key_1_active", i % 2 == 0 ? "true" : "x"));
        using var scenario = new Scenario().Snapshot(report.ToString(), generated: Generated);
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        var one = scenario.Run();
        scenario.Degree = 7;
        var many = scenario.Run();
        Assert.True(one.Findings.Count > 2_000);
        Assert.Equal(one.Print(), many.Print());
        Assert.Equal(
            one.Of("console-user-mfa").Select(f => f.Resource.Id),
            one.Of("console-user-mfa").Select(f => f.Resource.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_policy_that_fails_at_run_time_is_an_error_and_the_others_go_on()
    {
        using var scenario = new Scenario().Snapshot(
            new CredentialReportText().Root().User("ann").ToString(), generated: Generated)
            .Policy("p.yaml", PolicyText.Of("broken", "aws.iam.user", "1 / (user.mfa_active ? 1 : 0) > 0"))
            .Policy("q.yaml", PolicyText.Of("fine", "aws.iam.user", "!user.mfa_active"));
        var results = scenario.Run();
        var error = Assert.Single(results.Of("broken"));
        Assert.Equal((Outcome.Error, "EvaluationError"), (error.Outcome, error.Reason));
        Assert.Contains("p.yaml:9:", error.Message);
        Assert.Contains("mfa_active at credential-report.csv:3:", error.Message);
        Assert.Equal(Outcome.Pass, Assert.Single(results.Of("fine")).Outcome);
        Assert.Equal(2, results.Footer.ExitCode);
        var diagnostic = Assert.Single(results.Footer.Diagnostics, d => d.Id == "PE5002");
        Assert.Equal(9, diagnostic.Location.Line);
    }

    [Fact]
    public void What_is_wrong_with_a_policy_is_said_once_and_with_evidence_for_each_snapshot()
    {
        var csv = new CredentialReportText().Root()
            .User("ann", ("cert_1_last_rotated", "2027-01-01T00:00:00Z"))
            .User("bob", ("cert_1_last_rotated", "2026-01-01T00:00:00Z"));
        using var scenario = new Scenario().Snapshot(csv.ToString()).Snapshot(csv + "\n")
            .Policy("p.yaml", PolicyText.Of("broken", "aws.iam.user", "1 / (user.mfa_active ? 1 : 0) > 0"))
            .Policy("q.yaml", PolicyText.Of("dated", "aws.iam.user", "user.cert_1_last_rotated != null"));
        scenario.Request = scenario.Request with { AsOf = "2026-07-01" };
        var diagnostics = scenario.Run().Footer.Diagnostics;
        Assert.Equal(
            ["PE5001 3", "PE5001 3", "PE5002 9"],
            diagnostics.Select(d => $"{d.Id} {d.Location.Line}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, false, 1)]
    [InlineData(Severity.Medium, false, 1)]
    [InlineData(Severity.High, false, 2)]
    [InlineData(null, true, 2)]
    public void The_exit_code_follows_the_gate(Severity? failOn, bool strict, int exitCode)
    {
        var csv = new CredentialReportText().Root().User("ann").User("bob", ("mfa_active", "not_supported")).ToString();
        using var scenario = new Scenario().Snapshot(csv).Policy(
            "p.yaml", PolicyText.Of("mfa", "aws.iam.user", "user.mfa_active"));
        scenario.Request = scenario.Request with { FailOn = failOn, Strict = strict };
        Assert.Equal(exitCode, scenario.Run().Footer.ExitCode);
    }

    [Fact]
    public void A_pass_leaves_with_0()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString())
            .Policy("p.yaml", PolicyText.Of("mfa", "aws.iam.root", "root.mfa_active"));
        Assert.Equal(0, scenario.Run().Footer.ExitCode);
    }

    [Fact]
    public void Variables_are_evaluated_once_and_cite_their_cells_each_time()
    {
        var yaml = """
            apiVersion: policyeval/v1
            kind: Policy
            metadata: { name: twice }
            spec:
              title: T
              severity: low
              resource: aws.iam.user
              variables:
                - { name: mfa, expression: user.mfa_active }
                - { name: both, expression: variables.mfa || user.password_enabled }
              validations:
                - { expression: "!variables.mfa", reason: A, message: a }
                - { expression: variables.both, reason: B, message: b }
            """;
        using var scenario = new Scenario().Snapshot(new CredentialReportText().User("ann").ToString()).Policy(
            "p.yaml", yaml);
        var finding = Assert.Single(scenario.Run().Of("twice"));
        Assert.Equal((Outcome.Fail, "B"), (finding.Outcome, finding.Reason));
        Assert.Equal(["mfa_active", "password_enabled"], finding.Evidence.Select(e => e.Field));
        Assert.All(finding.Evidence, e => Assert.Equal((2, "false"), (e.Line, e.Value)));
    }

    [Fact]
    public void What_was_not_given_is_not_assessed_and_names_the_command()
    {
        using var scenario = new Scenario().Snapshot(summary: "\"AccountMFAEnabled\": 1");
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        var results = scenario.Run();
        var rotation = results.Control("1.14");
        Assert.Equal(Outcome.NotAssessed, rotation.Outcome);
        Assert.Contains("aws iam get-credential-report", rotation.Command);
        Assert.Equal(Outcome.Manual, results.Control("1.1").Outcome);
        Assert.Equal(Outcome.NotAssessed, results.Control("1.6").Outcome);
        Assert.Equal(55, results.Footer.Controls.Length);
    }

    [Fact]
    public void A_run_that_assessed_nothing_says_so_and_which_files_would_decide()
    {
        using var scenario = new Scenario().Snapshot(files: ("saml-providers.json", "{\"SAMLProviderList\": []}"));
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        var footer = scenario.Run().Footer;
        Assert.Equal((0, 0), (footer.ExitCode, footer.Findings.Assessed));
        var warning = Assert.Single(footer.Diagnostics, d => d.Id == "PE5004");
        Assert.Contains("credential-report.csv", warning.Message);
        Assert.DoesNotContain("account-summary.json", warning.Message);
    }

    [Theory]
    [InlineData("password-policy-length", "account-password-policy.json")]
    [InlineData("support-role", "account-authorization-details.json")]
    [InlineData("cloudshell-full-access-restricted", "account-authorization-details.json")]
    [InlineData("identity-federation", "saml-providers.json")]
    public void An_account_whose_answers_are_not_there_is_not_assessed(string policy, string file)
    {
        using var scenario = new Scenario().Snapshot(
            new CredentialReportText().Root().User("alice", ("password_enabled", "true")).ToString());
        scenario.Request = scenario.Request with { Policies = [policy] };
        var warning = Assert.Single(scenario.Run().Footer.Diagnostics, d => d.Id == "PE5004");
        Assert.Contains($"{file} would decide", warning.Message);
    }

    [Theory]
    [InlineData("cis_v130", "")]
    [InlineData("", "root-mfa-enabled")]
    [InlineData("", "console-user-mfa")]
    public void A_run_with_one_verdict_does_not_say_that_nothing_was_assessed(string framework, string policy)
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString());
        scenario.Request = scenario.Request with
        {
            Frameworks = framework.Length > 0 ? [framework] : [],
            Policies = policy.Length > 0 ? [policy] : [],
        };
        Assert.DoesNotContain(scenario.Run().Footer.Diagnostics, d => d.Id == "PE5004");
    }

    [Fact]
    public void A_report_without_users_leaves_their_controls_not_applicable()
    {
        using var scenario = new Scenario().Snapshot(
            new CredentialReportText().Root().ToString(), generated: Generated);
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        Assert.Equal(Outcome.NotApplicable, scenario.Run().Control("1.14").Outcome);
    }

    [Fact]
    public void A_refused_summary_is_incomplete_not_outside()
    {
        const string Denied = """{"Error": {"Code": "AccessDenied", "Message": "no"}}""";
        using var scenario = new Scenario().Snapshot(files: ("account-summary.json", Denied))
            .Policy("p.yaml", PolicyText.Of("keys", "aws.account", "account.summary.AccountAccessKeysPresent == 0"));
        var finding = Assert.Single(scenario.Run().Of("keys"));
        Assert.Equal(Outcome.Incomplete, finding.Outcome);
        Assert.Equal("AWS answered AccessDenied", finding.Missing[0].Why);
    }

    [Fact]
    public void Several_accounts_have_a_root_each()
    {
        var csv = new CredentialReportText()
            .Root("111122223333", "aws", ("access_key_1_active", "true")).User("ann", "111122223333", "aws")
            .Root("444455556666", "aws").User("bob", "444455556666", "aws")
            .User("eve", "777788889999", "aws").ToString();
        using var scenario = new Scenario().Snapshot(csv);
        scenario.Request = scenario.Request with { Policies = ["root-access-key-absent"] };
        var results = scenario.Run();
        Assert.Equal(
            ["777788889999 Incomplete", "111122223333 Fail", "444455556666 Pass"],
            results.Findings.Select(f => $"{f.Resource.Account} {f.Outcome}"));
        var cut = Assert.Single(results.Footer.Diagnostics);
        Assert.Equal(("PE6064", 6, 5, "arn"), (cut.Id, cut.Location.Line, cut.Location.Column, cut.Location.Field));
        Assert.Equal("", results.Header.Snapshots[0].Account);
        Assert.Equal(3, results.Header.Snapshots[0].Accounts.Length);
        Assert.Equal(3, results.Findings.Select(f => f.Fingerprint).Distinct().Count());
    }

    [Theory]
    [InlineData("2026-07-01T11:59:59Z", "PE4008")]
    [InlineData("2026-07-01", "PE4008")]
    [InlineData("2026-07-02T00:00:00", "PE4007")]
    [InlineData("yesterday", "PE4007")]
    public void A_bad_instant_is_wrong_usage(string asOf, string id)
    {
        using var scenario = new Scenario().Snapshot(
            new CredentialReportText().Root().ToString(), generated: Generated);
        scenario.Request = scenario.Request with { AsOf = asOf, Frameworks = ["cis_v130"] };
        var preparation = scenario.Prepare();
        Assert.Null(preparation.Plan);
        Assert.Equal(64, preparation.ExitCode);
        Assert.Contains(preparation.Diagnostics, d => d.Id == id);
    }

    [Theory]
    [InlineData(null, "2026-07-01T12:00:00Z", false)]
    [InlineData("2026-07-01T14:00:00+02:00", "2026-07-01T12:00:00Z", false)]
    [InlineData("2026-07-02", "2026-07-02T00:00:00Z", true)]
    public void A_later_instant_is_a_projection(string? asOf, string text, bool projected)
    {
        using var scenario = new Scenario().Snapshot(
            new CredentialReportText().Root().ToString(), generated: Generated);
        scenario.Request = scenario.Request with { AsOf = asOf, Frameworks = ["cis_v130"] };
        var snapshot = scenario.Run().Header.Snapshots[0];
        Assert.Equal((text, projected), (snapshot.AsOf, snapshot.Projected));
    }

    [Theory]
    [InlineData("cis_v13", "PE4001", "cis_v130")]
    public void A_mistyped_framework_gets_a_suggestion(string framework, string id, string suggestion)
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString());
        scenario.Request = scenario.Request with { Frameworks = [framework] };
        var diagnostic = Assert.Single(scenario.Prepare().Diagnostics);
        Assert.Equal((id, suggestion), (diagnostic.Id, diagnostic.Suggestion));
    }

    [Theory]
    [InlineData("1.4", "root-access-key-absent")]
    [InlineData("cis_v130/1.14", "access-key-rotation")]
    [InlineData("cis_v700/2.7", "root-use")]
    [InlineData("2.7", null)]
    [InlineData("root-us", "root-use")]
    [InlineData("1.8", "password-policy-length")]
    [InlineData("1.20", null)]
    public void A_control_in_the_place_of_a_policy_gets_its_policy_as_suggestion(string policy, string? suggestion)
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString());
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"], Policies = [policy] };
        var diagnostic = Assert.Single(scenario.Prepare().Diagnostics);
        Assert.Equal(("PE4002", suggestion), (diagnostic.Id, diagnostic.Suggestion));
    }

    [Theory]
    [InlineData("credentials-unused.maxAgeDays", "PE4003", null)]
    [InlineData("credential-unused.maxAgeDays=1", "PE4002", "credentials-unused")]
    [InlineData("credentials-unused.maxAgeDay=1", "PE4004", "maxAgeDays")]
    [InlineData("credentials-unused.maxAgeDays=0", "PE4005", null)]
    [InlineData("root-access-key-absent.inactiveKey=pas", "PE4005", "pass")]
    public void A_bad_setting_is_wrong_usage(string set, string id, string? suggestion)
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString());
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"], Sets = [set] };
        var preparation = scenario.Prepare();
        var diagnostic = Assert.Single(preparation.Diagnostics);
        Assert.Equal((id, suggestion, 64), (diagnostic.Id, diagnostic.Suggestion, preparation.ExitCode));
    }

    [Fact]
    public void A_changed_parameter_shows_in_the_header()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString());
        string[] sets = ["credentials-unused.maxAgeDays=45"];
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"], Sets = [.. sets] };
        var policies = scenario.Run().Header.Policies;
        var changed = Assert.Single(policies, p => p.ParamsChanged);
        var param = Assert.Single(changed.Params);
        Assert.Equal(("credentials-unused", "45", "90"), (changed.Name, param.Value, param.Standard));
    }

    [Fact]
    public void A_policy_asked_for_by_name_brings_its_controls_only()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString());
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"], Policies = ["root-access-key-absent"] };
        var results = scenario.Run();
        Assert.Equal("1.4", Assert.Single(results.Footer.Controls).Id);
        Assert.Equal("cis_v130/1.4", Assert.Single(Assert.Single(results.Findings).Controls));
    }

    [Fact]
    public void A_cancelled_run_throws_and_never_ends()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().User("ann").ToString());
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        var plan = scenario.Prepare().Plan!;
        foreach (var degree in (int[])[1, 4])
        {
            var results = new RunResults();
            Assert.ThrowsAny<OperationCanceledException>(
                () => Evaluator.Run(plan, results, degree, new CancellationToken(canceled: true)));
            Assert.Null(results.Footer);
        }
    }
}
