using PolicyEval.Evaluation.Explaining;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Explaining;

/// <summary>The sentence names the terms that decide, and no others.</summary>
public sealed class ReasonsTests
{
    private static readonly string Csv = new CredentialReportText()
        .Root().User("ann", ("mfa_active", "true"), ("cert_2_active", "not_supported")).ToString();

    [Theory]
    [InlineData("user.mfa_active && user.password_enabled", "Fails", "user.password_enabled")]
    [InlineData("user.password_enabled && user.mfa_active", "Fails", "user.password_enabled")]
    [InlineData("user.mfa_active && !user.password_enabled", "Holds", "user.mfa_active", "user.password_enabled")]
    [InlineData("user.password_enabled || user.mfa_active", "Holds", "user.mfa_active")]
    [InlineData("user.password_enabled || user.cert_1_active", "Fails", "user.password_enabled", "user.cert_1_active")]
    [InlineData("!(user.mfa_active || user.password_enabled)", "Fails", "user.mfa_active")]
    [InlineData("user.cert_2_active && user.mfa_active", "Incomplete", "user.cert_2_active")]
    [InlineData("user.mfa_active == user.cert_2_active", "Incomplete", "user.cert_2_active")]
    [InlineData("user.cert_2_active && user.password_enabled", "Fails", "user.password_enabled")]
    [InlineData("user.mfa_active ? user.password_enabled : false", "Fails", "user.mfa_active", "user.password_enabled")]
    [InlineData("[1, 2].all(x, x < 2)", "Fails", "x < 2")]
    [InlineData("size(string(1 / (user.mfa_active ? 0 : 1))) > 0", "Ends in an error", "1 / (user.mfa_active ? 0 : 1)")]
    public void The_terms_that_decide_are_named(string expression, string verdict, params string[] terms)
    {
        var because = Because(expression);

        Assert.StartsWith($"{verdict} because {terms[0]} ", because, StringComparison.Ordinal);
        Assert.All(terms, term => Assert.Contains($"{term} ", because, StringComparison.Ordinal));
        Assert.Equal(terms.Length, because.Split(", and ").Length);
        Assert.EndsWith(".", because, StringComparison.Ordinal);
    }

    [Fact]
    public void Operands_and_cells_are_told() => Assert.Equal(
        "Fails because user.user == 'bob' is false (user.user = \"ann\" at credential-report.csv:3:1).",
        Because("user.user == 'bob'"));

    [Fact]
    public void Variables_that_name_each_other_many_times_stay_one_sentence()
    {
        var variables = string.Concat(Enumerable.Range(1, 40).Select(i =>
            $"    - name: v{i}\n      expression: variables.v{i - 1} && variables.v{i - 1}\n"));
        var policy = PolicyText.Of("p", "aws.iam.user", "variables.v40").Replace(
            "  validations:", $"  variables:\n    - name: v0\n      expression: user.mfa_active\n{variables}  validations:",
            StringComparison.Ordinal);

        Assert.StartsWith("Holds because user.mfa_active is true (", BecauseOf(policy), StringComparison.Ordinal);
    }

    private static string Because(string expression) => BecauseOf(PolicyText.Of("p", "aws.iam.user", expression));

    private static string BecauseOf(string policy)
    {
        using var scenario = new Scenario().Snapshot(Csv).Policy("p.yaml", policy);
        scenario.Request = scenario.Request with { Policies = ["p"] };
        var preparation = scenario.Prepare();
        Assert.True(preparation.Plan is not null, string.Join('\n', preparation.Diagnostics));
        return Explainer.Explain(preparation.Plan, new ExplainRequest("ann"))
            .Policies.Single().Resources.Single().Rules.Single().Because;
    }
}
