using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Driver;

public sealed class TracedRunTests
{
    [Fact]
    public void The_rules_that_decided_are_traced_with_their_cells()
    {
        var csv = new CredentialReportText().Root().User("ann", ("mfa_active", "true")).User("cid", ("mfa_active", "false"));

        var findings = Run("variables.hasMfa || params.relaxed", csv.ToString(), tracesMax: 5).Findings;

        Assert.Empty(findings.Single(f => f.Resource.Id == "ann").Trace);
        var trace = Assert.Single(findings.Single(f => f.Resource.Id == "cid").Trace);
        Assert.Equal((RuleRole.Validation, "Broken"), (trace.Role, trace.Name));
        Assert.StartsWith("Fails because", trace.Because);
        Assert.Equal(
            [
                "0 variables.hasMfa || params.relaxed = false ",
                "1 variables.hasMfa = false ",
                "2 user.mfa_active = false credential-report.csv:4:N mfa_active = false",
                "1 params.relaxed = false ",
            ],
            trace.Rows.Select(Print));
    }

    [Fact]
    public void Missing_evidence_and_faults_are_traced()
    {
        var csv = new CredentialReportText().Root()
            .User("bob", ("mfa_active", "not_supported")).User("dan", ("mfa_active", "true")).ToString();

        var bob = Run("variables.hasMfa || params.relaxed", csv, tracesMax: 5).Findings.Single(f => f.Resource.Id == "bob");
        var dan = Run("[0].all(x, 1 / x > 0)", csv, tracesMax: 5).Findings.Single(f => f.Resource.Id == "dan");

        Assert.Equal(Outcome.Incomplete, bob.Outcome);
        Assert.Contains(bob.Trace.Single().Rows, row => row.Note.StartsWith("unusable: credential-report.csv:3:", StringComparison.Ordinal));
        Assert.Equal(Outcome.Error, dan.Outcome);
        Assert.StartsWith("Ends in an error", dan.Trace.Single().Because);
        Assert.Contains(dan.Trace.Single().Rows, row => row.Note == "element 1 of 1: 0");
    }

    [Fact]
    public void What_was_not_evaluated_says_why()
    {
        var csv = new CredentialReportText().Root().User("cid", ("mfa_active", "false")).ToString();

        var trace = Run("user.mfa_active && user.cert_1_active", csv, tracesMax: 1).Findings.Single().Trace.Single();

        var skipped = trace.Rows.Single(row => row.Skipped != SkipReason.None);
        Assert.Equal(("user.cert_1_active", "", SkipReason.Decided), (skipped.Expression, skipped.Value, skipped.Skipped));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(2000)]
    public void The_first_are_traced_whatever_the_degree(int tracesMax)
    {
        const int users = 1000;
        var csv = new CredentialReportText().Root();
        for (var i = 0; i < users; i++)
            csv.User($"user-{i:0000}", ("mfa_active", i % 2 == 0 ? "false" : "true"));

        var one = Run("user.mfa_active", csv.ToString(), tracesMax, degree: 1);
        var four = Run("user.mfa_active", csv.ToString(), tracesMax, degree: 4);

        var failing = one.Findings.Where(f => f.Outcome == Outcome.Fail).ToArray();
        Assert.Equal(users / 2, failing.Length);
        Assert.All(failing.Take(tracesMax), f => Assert.NotEmpty(f.Trace));
        Assert.All(failing.Skip(tracesMax), f => Assert.Empty(f.Trace));
        Assert.Equal(TracesOf(one), TracesOf(four));
    }

    [Fact]
    public void The_header_has_what_the_policy_says_to_people()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString(), generated: "2026-03-01T00:00:00+00:00");
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"], Policies = ["access-key-rotation"] };

        var policy = scenario.Prepare().Plan!.Header.Policies.Single();

        Assert.Equal(("aws.iam.user", "policies/iam/access-key-rotation.yaml"), (policy.Resource, policy.File));
        Assert.True(policy.Line > 0);
        Assert.True(policy.Guide.HasRemediation);
        Assert.NotEqual("", policy.Guide.Description);
        Assert.NotEmpty(policy.Guide.References);
        Assert.Contains(policy.Rules, rule => rule is { Role: RuleRole.MatchCondition, Name: "has-an-active-key" });
        Assert.Contains(policy.Rules, rule => rule is { Role: RuleRole.Validation, Name: "OldAccessKey" });
        Assert.All(policy.Rules, rule => Assert.DoesNotContain('\n', rule.Expression));
        Assert.All(policy.Rules, rule => Assert.True(rule.Line > policy.Line));
    }

    private static RunResults Run(string expression, string csv, int tracesMax, int degree = 1)
    {
        const string head = """
            apiVersion: policyeval/v1
            kind: Policy
            metadata: {name: p}
            spec:
              title: P
              severity: low
              resource: aws.iam.user
              params:
                relaxed: {type: bool, default: false, description: Whether everything passes.}
              variables:
                - {name: hasMfa, expression: user.mfa_active}
              validations:
            """;
        using var scenario = new Scenario().Snapshot(csv).Policy(
            "p.yaml", $"{head}\n    - {{expression: \"{expression}\", reason: Broken, message: No.}}\n");
        scenario.Request = scenario.Request with { Policies = ["p"], TracesMax = tracesMax };
        var preparation = scenario.Prepare();
        Assert.True(preparation.Plan is not null, string.Join('\n', preparation.Diagnostics));
        var results = new RunResults();
        Evaluator.Run(preparation.Plan, results, degree);
        return results;
    }

    private static string Print(TraceRow row) =>
        $"{row.Depth} {row.Expression} = {row.Value} {System.Text.RegularExpressions.Regex.Replace(row.Note, ":[0-9]+ ", ":N ")}";

    private static string TracesOf(RunResults results) => string.Join(
        '\n',
        results.Findings.Select(f => $"{f.Resource.Id} {f.Outcome} " + string.Concat(
            f.Trace.SelectMany(t => t.Rows.Select(row => $"{t.Name} {t.Because} {row}")))));
}
