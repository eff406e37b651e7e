using PolicyEval.Evaluation.Testing;
using PolicyEval.Evaluation.Testing.Coverage;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Testing.Coverage;

/// <summary>What cases see of a policy.</summary>
public sealed class PolicyCoverageTests : IDisposable
{
    private const string Keys = "user.access_key_1_active && user.access_key_2_active";

    private readonly TemporaryFolder _folder = new();

    /// <summary>The rules of the policy, where a test is about more than one validation.</summary>
    private string _yaml = "";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_validation_must_be_seen_true_and_false()
    {
        Assert.Equal(["Validation NeverFalse user.mfa_active"], Uncovered("user.mfa_active", "{ mfa_active: true }"));
        Assert.Equal(["Validation NeverTrue user.mfa_active"], Uncovered("user.mfa_active", "{}"));
        Assert.Empty(Uncovered("user.mfa_active", "{}", "{ mfa_active: true }"));
    }

    [Fact]
    public void A_validation_that_never_has_a_value_counts_twice()
    {
        var coverage = Cover("user.mfa_active", "{ mfa_active: not_supported }");

        Assert.Equal((0, 2, 0), (coverage.Covered, coverage.Total, coverage.Percent));
        Assert.Equal(BranchGap.NeverDecided, Assert.Single(coverage.Uncovered).Gap);
    }

    [Fact]
    public void A_term_that_is_never_evaluated_or_never_decides_is_not_covered()
    {
        Assert.Equal(
            [
                $"Validation NeverTrue {Keys}", "AndTerm NeverTrue user.access_key_1_active",
                "AndTerm NeverDecided user.access_key_2_active",
            ],
            Uncovered(Keys, "{}"));
        Assert.Equal(
            ["AndTerm NeverFalse user.access_key_2_active"],
            Uncovered(Keys, "{}", "{ access_key_1_active: true, access_key_2_active: true }"));
        Assert.Empty(Uncovered(
            Keys, "{}", "{ access_key_1_active: true }", "{ access_key_1_active: true, access_key_2_active: true }"));
    }

    [Fact]
    public void Both_arms_of_a_conditional_must_be_taken()
    {
        const string Text = "user.mfa_active ? user.password_enabled : !user.password_enabled";

        Assert.Equal(
            ["Condition NeverFalse user.mfa_active"],
            Uncovered(Text, "{ mfa_active: true }", "{ mfa_active: true, password_enabled: true }"));
        Assert.Empty(Uncovered(Text, "{ mfa_active: true }", "{}"));
    }

    [Fact]
    public void Terms_inside_terms_count_for_themselves()
    {
        const string Text = "(user.mfa_active || user.cert_1_active) && user.password_enabled";

        Assert.Equal(
            ["OrTerm NeverTrue user.cert_1_active"],
            Uncovered(Text, "{}", "{ mfa_active: true }", "{ mfa_active: true, password_enabled: true }"));
    }

    [Fact]
    public void What_missing_makes_impossible_is_not_asked_for()
    {
        const string Text = "user.mfa_active || missing(user.mfa_active)";

        // True, and the two values of the first term, and that missing is reached.
        Assert.Equal((4, 4), Counts(Cover(Text, "{}", "{ mfa_active: true }")));
        Assert.Equal(
            [
                "OrTerm NeverFalse user.mfa_active", "OrTerm NeverReached missing(user.mfa_active)",
            ],
            Uncovered(Text, "{ mfa_active: true }"));
    }

    [Fact]
    public void A_loop_counts_what_any_of_its_turns_sees()
    {
        const string Text = "[user.mfa_active, user.cert_1_active].all(x, x || user.password_enabled)";

        Assert.Equal(
            ["Validation NeverFalse " + Text, "OrTerm NeverFalse user.password_enabled"],
            Uncovered(Text, "{ mfa_active: true, password_enabled: true }"));
    }

    [Fact]
    public void Variables_match_conditions_and_messages_are_covered_too()
    {
        _yaml = """
              variables:
                - name: key
                  expression: user.access_key_1_active || user.access_key_2_active
              matchConditions:
                - name: console
                  expression: user.password_enabled
              validations:
                - expression: "!variables.key"
                  reason: Key
                  messageExpression: "user.access_key_1_active ? 'one' : 'two'"
              passMessageExpression: "user.mfa_active ? 'safe' : 'fine'"
            """;

        var coverage = Cover("", "{ password_enabled: true, access_key_1_active: true }");

        Assert.Equal((4, 12), Counts(coverage));
        Assert.Equal(
            [
                "OrTerm NeverFalse user.access_key_1_active", "OrTerm NeverDecided user.access_key_2_active",
                "MatchCondition NeverFalse user.password_enabled", "Validation NeverTrue !variables.key",
                "Condition NeverFalse user.access_key_1_active", "Condition NeverDecided user.mfa_active",
            ],
            coverage.Uncovered.Select(TextOf));
    }

    [Fact]
    public void Cases_with_other_params_add_up_although_params_are_constants()
    {
        _yaml = """
              params:
                strict: { type: bool, default: false, description: Whether. }
              validations:
                - expression: "!params.strict || user.mfa_active"
                  reason: NoMfa
                  message: No MFA
            """;

        Assert.Equal(
            ["OrTerm NeverTrue user.mfa_active"],
            Cover("", "{}", "{}\n      params: { strict: true }").Uncovered.Select(TextOf));
    }

    [Fact]
    public void An_uncovered_branch_has_its_place_in_the_file()
    {
        var branch = Assert.Single(Cover(Keys, "{}", "{ access_key_1_active: true, access_key_2_active: true }").Uncovered);

        Assert.Equal((12, 48), (branch.Location.Line, branch.Location.Column));
        Assert.EndsWith("a.yaml", branch.Location.File, StringComparison.Ordinal);
    }

    [Fact]
    public void The_excerpt_of_a_branch_is_one_line_of_the_whole_term()
    {
        const string Text = "known(token(user.arn)) && (user.mfa_active\n          || user.cert_1_active)";

        Assert.Equal(
            [
                "AndTerm NeverFalse known(token(user.arn))",
                "OrTerm NeverTrue user.cert_1_active",
            ],
            Uncovered(Text, "{}", "{ mfa_active: true }"));
    }

    private IEnumerable<string> Uncovered(string validation, params string[] rows) =>
        Cover(validation, rows).Uncovered.Select(TextOf);

    private PolicyCoverage Cover(string validation, params string[] rows)
    {
        var spec = _yaml.Length > 0 ? _yaml : $"""
              validations:
                - reason: No
                  message: No
                  expression: "{validation}"
            """;
        File.WriteAllText(_folder.PathOf("a.yaml"), $"""
            apiVersion: policyeval/v1
            kind: Policy
            metadata:
              name: mine
            spec:
              title: Mine
              severity: low
              resource: aws.iam.user
            {spec}
            """.Replace("      validations", "  validations", StringComparison.Ordinal));
        var cases = rows.Select((row, index) => $"    - name: case {index}\n      expect: []\n      row: {row}\n");
        File.WriteAllText(
            _folder.PathOf("a.tests.yaml"),
            "apiVersion: policyeval/v1\nkind: PolicyTests\nmetadata:\n  name: mine\nspec:\n  cases:\n"
            + string.Concat(cases));
        var library = PolicyTestLibrary.Load(_folder.Path);
        Assert.Empty(library.Diagnostics);
        return Assert.Single(PolicyTester.Run(library, PolicyTestFilter.All).Policies).Coverage;
    }

    private static (int Covered, int Total) Counts(PolicyCoverage coverage) => (coverage.Covered, coverage.Total);

    private static string TextOf(UncoveredBranch branch) => $"{branch.Role} {branch.Gap} {branch.Source}";
}
