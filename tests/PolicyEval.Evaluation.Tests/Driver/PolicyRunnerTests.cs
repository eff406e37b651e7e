using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Language;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Driver;

public sealed class PolicyRunnerTests
{
    private const string Denied = """{"Error": {"Code": "AccessDenied", "Message": "no"}}""";

    [Fact]
    public void An_internal_fault_is_an_error_of_its_policy_and_leaves_the_others()
    {
        using var scenario = new Scenario()
            .Snapshot(new CredentialReportText().Root().User("ann", ("mfa_active", "true")).ToString())
            .Policy("a.yaml", PolicyText.Of("broken", "aws.iam.user", "user.mfa_active"))
            .Policy("b.yaml", PolicyText.Of("fine", "aws.iam.user", "user.mfa_active"));
        var results = new RunResults();
        Evaluator.Run(Break(scenario.Prepare().Plan!, "broken"), results, degreeOfParallelism: 1);
        var finding = Assert.Single(results.Of("broken"));
        Assert.Equal((Outcome.Error, "InternalError"), (finding.Outcome, finding.Reason));
        Assert.Equal(Outcome.Pass, Assert.Single(results.Of("fine")).Outcome);
        var diagnostic = Assert.Single(results.Footer.Diagnostics);
        Assert.Equal(
            ("PE9001", DiagnosticSeverity.Error, 3, 19),
            (diagnostic.Id, diagnostic.Severity, diagnostic.Location.Line, diagnostic.Location.Column));
        Assert.EndsWith("a.yaml", diagnostic.Location.File, StringComparison.Ordinal);
        Assert.Equal(
            ["broken", "aws.iam.user ann", "InvalidOperationException: out of order"], diagnostic.Arguments.ToArray());
        Assert.Equal(2, results.Footer.ExitCode);
    }

    [Theory]
    [InlineData("string(require(user.cert_1_last_rotated))", "not_supported")]
    [InlineData("string(1 / (user.mfa_active ? 1 : 0))", "N/A")]
    public void A_message_that_cannot_be_computed_leaves_the_verdict(string expression, string rotated)
    {
        var csv = new CredentialReportText().Root().User("ann", ("cert_1_last_rotated", rotated)).ToString();
        using var scenario = new Scenario().Snapshot(csv).Policy(
            "p.yaml", PolicyText.Of("mute", "aws.iam.user", "user.mfa_active", $"messageExpression: \"{expression}\""));
        var results = scenario.Run();
        var finding = Assert.Single(results.Findings);
        Assert.Equal((Outcome.Fail, "Bad", "Bad"), (finding.Outcome, finding.Reason, finding.Message));
        Assert.Equal(1, results.Footer.ExitCode);
        var diagnostic = Assert.Single(results.Footer.Diagnostics);
        Assert.Equal(
            ("PE5003", DiagnosticSeverity.Warning, 11), (diagnostic.Id, diagnostic.Severity, diagnostic.Location.Line));
        Assert.Equal("mute", diagnostic.Arguments[0]);
    }

    [Theory]
    [InlineData("user.mfa_active")]
    [InlineData("user.password_next_rotation")]
    [InlineData("account.id")]
    [InlineData("account.summary.Users")]
    public void What_is_there_and_called_missing_is_not_said_to_be_broken(string field)
    {
        var csv = new CredentialReportText().Root().User(
            "ann", ("mfa_active", "true"), ("password_next_rotation", "2031-01-01T00:00:00Z")).ToString();
        using var scenario = new Scenario()
            .Snapshot(csv, summary: "\"Users\": 1")
            .Policy("p.yaml", PolicyText.Of("more", "aws.iam.user", $"missing({field})"));
        scenario.Request = scenario.Request with { AsOf = "2026-01-01T00:00:00Z" };

        var finding = Assert.Single(scenario.Run().Findings);

        Assert.Equal(Outcome.Incomplete, finding.Outcome);
        Assert.EndsWith(" says that the evidence is not all here", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_report_leaves_every_policy_incomplete_even_one_that_reads_no_cell()
    {
        using var scenario = new Scenario().Snapshot(files: ("credential-report.json", Denied))
            .Policy("p.yaml", PolicyText.Of("careless", "aws.iam.user", "!known(user.mfa_active)"));
        scenario.Request = scenario.Request with
        {
            Frameworks = ["cis_v130"],
            Policies = ["root-mfa-enabled", "console-user-mfa", "careless"],
        };
        var results = scenario.Run();
        Assert.Equal(["<root_account>", "*", "*"], results.Findings.Select(f => f.Resource.Id));
        Assert.All(results.Findings, f =>
        {
            Assert.Equal((Outcome.Incomplete, "MissingEvidence"), (f.Outcome, f.Reason));
            Assert.Contains(f.Missing, m => m.Why == "AWS answered AccessDenied");
        });
        Assert.Equal("user", Assert.Single(results.Of("careless")[0].Missing).Field);
        var control = results.Control("1.10");
        Assert.Equal((Outcome.Incomplete, 1), (control.Outcome, control.Counts.Incomplete));
        Assert.Equal((3, 2), (results.Footer.Findings.Incomplete, results.Footer.ExitCode));
    }

    [Fact]
    public void Users_that_no_report_lists_are_not_assessed_and_name_the_command()
    {
        using var scenario = new Scenario().Snapshot(summary: "\"AccountMFAEnabled\": 1");
        var finding = scenario.Only("console-user-mfa");
        Assert.Equal(
            (Outcome.NotAssessed, ResourceReference.Unlisted, "aws.iam.user"),
            (finding.Outcome, finding.Resource.Id, finding.Resource.Type));
        var missing = Assert.Single(finding.Missing);
        Assert.Equal(("credential-report.csv", "not given"), (missing.File, missing.Why));
        Assert.StartsWith("aws iam get-credential-report", missing.Command, StringComparison.Ordinal);
    }

    [Fact]
    public void Users_that_only_the_summary_counts_are_incomplete_and_never_an_empty_population()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString(), "\"Users\": 40");
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        var results = scenario.Run();
        var finding = Assert.Single(results.Of("console-user-mfa"));
        Assert.Equal(
            (Outcome.Incomplete, ResourceReference.Unlisted, CredentialReportText.Account),
            (finding.Outcome, finding.Resource.Id, finding.Resource.Account));
        var missing = Assert.Single(finding.Missing);
        Assert.Equal(("credential-report.csv", "user"), (missing.File, missing.Field));
        Assert.Contains("Users = 40 at account-summary.json:1:26", missing.Why);
        Assert.Equal((Outcome.Incomplete, 2), (results.Control("1.10").Outcome, results.Footer.ExitCode));
        Assert.Equal(["PE6028 1:26"], Scenario.Places(results.Footer.Diagnostics));
    }

    [Fact]
    public void No_users_in_report_and_summary_are_an_empty_population()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString(), "\"Users\": 0");
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        Assert.Equal(Outcome.NotApplicable, scenario.Run().Control("1.10").Outcome);
    }

    [Fact]
    public void A_failure_says_how_many_resources_could_not_be_tested()
    {
        var csv = new CredentialReportText()
            .User("ann", ("password_enabled", "true"))
            .User("bob", ("password_enabled", "true"), ("mfa_active", "not_supported"))
            .User("eve", ("password_enabled", "not_supported")).ToString();
        using var scenario = new Scenario().Snapshot(csv).Snapshot(files: ("credential-report.json", Denied));
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        var control = scenario.Run().Control("1.10");
        Assert.Equal((Outcome.Fail, 1, 3), (control.Outcome, control.Counts.Fail, control.Counts.Incomplete));
    }

    [Fact]
    public void Half_a_control_that_was_not_assessed_is_no_pass_and_names_what_is_missing()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString())
            .Policy("a.yaml", PolicyText.Of("report", "aws.iam.root", "root.mfa_active"))
            .Policy("b.yaml", PolicyText.Of("summary", "aws.account", "account.summary.Users >= 0"))
            .Policy("f.yaml", PolicyText.Framework("mine", "{ name: report }", "{ name: summary }"));
        scenario.Request = scenario.Request with { Frameworks = ["mine"] };
        var results = scenario.Run();
        var control = results.Control("1.1");
        Assert.Equal(
            (Outcome.NotAssessed, 1, 1), (control.Outcome, control.Counts.Pass, control.Counts.NotAssessed));
        Assert.StartsWith("account-summary.json", control.Needs, StringComparison.Ordinal);
        Assert.StartsWith("aws iam get-account-summary", control.Command, StringComparison.Ordinal);
        Assert.Equal(0, results.Footer.ExitCode);
    }

    /// <summary>The plan with a defect in the validation of one policy: a function that throws.</summary>
    private static EvaluationPlan Break(EvaluationPlan plan, string policy)
    {
        ImmutableArray<PlannedPolicy> policies =
            [.. plan.Policies.Select(p => p.Compiled.Policy.Name == policy ? Break(p) : p)];
        return new EvaluationPlan(plan.Header, plan.Snapshots, policies, plan.Controls, plan.Diagnostics);
    }

    private static PlannedPolicy Break(PlannedPolicy planned)
    {
        var body = new OverloadSymbol("fault_bool", false, [CelType.Bool], CelType.Bool)
        {
            Unary = _ => throw new InvalidOperationException("out of order"),
        };
        var environment = planned.Compiled.Environment.WithFunctions([new FunctionSymbol("fault", [body])]);
        var compilation = CelCompiler.Compile(EmbeddedText.Whole("fault(user.mfa_active)"), environment);
        var rule = new CompiledRule(compilation.Expression!, "Fault", null);
        return planned with { Compiled = planned.Compiled with { Validations = [rule] } };
    }
}
