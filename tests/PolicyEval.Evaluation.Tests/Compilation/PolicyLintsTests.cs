using PolicyEval.Evaluation.Tests.Support;

namespace PolicyEval.Evaluation.Tests.Compilation;

public sealed class PolicyLintsTests
{
    private const string Policy = """
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: mine }
        spec:
          title: T
          severity: low
          resource: aws.iam.user
          params:
            days: { type: int, default: 90 }
          variables:
            - { name: age, expression: asOf - user.password_last_used }
          matchConditions:
            - { name: used, expression: user.password_last_used != null }
          validations:
            - expression: variables.age < days(params.days)
              reason: Old
              message: It is old.
            - expression: user.mfa_active
              reason: NoMfa
              message: It has none.

        """;

    [Fact]
    public void A_policy_that_is_meant_as_it_stands_gives_no_warning() => AssertFinds(Policy);

    [Theory]
    [InlineData("variables.age < days", "asOf - require(user.password_last_changed) < days", "PE3061 11:15")]
    [InlineData("days(params.days)", "days(90)", "PE3062 9:5")]
    [InlineData("user.mfa_active", "variables.age < days(params.days)", "PE3063 18:19")]
    [InlineData("expression: user.mfa_active", "expression: user.password_last_used != null", "PE3064 18:19")]
    [InlineData("expression: user.mfa_active", "expression: user.password_last_used == null", "PE3064 18:19")]
    [InlineData("expression: user.password_last_used != null", "expression: user.password_enabled", "PE2035 11:39")]
    [InlineData("user.mfa_active", "account.partition == 'aws-gov'", "PE2034 18:40")]
    [InlineData("user.mfa_active", "account.summary.Users < 0", "PE2032 18:19")]
    [InlineData("user.mfa_active", "token(user.mfa_active) == 'yes'", "PE2034 18:45")]
    [InlineData("user.mfa_active", "user.password_last_used > timestamp(0)", "PE2036 18:45")]
    [InlineData("user.mfa_active", "user.cert_1_last_rotated < asOf", "PE2035 18:19")]
    [InlineData("message: It has none.", "messageExpression: string(user.cert_1_last_rotated)", "PE2035 20:33")]
    [InlineData("user.mfa_active", "user.cert_1_active && user.cert_1_active", "PE2033 18:41")]
    [InlineData("user.mfa_active", "days(100000000) > days(params.days)", "PE2030 18:24")]
    public void A_bug_is_one_warning_at_its_place(string from, string to, string expected) =>
        AssertFinds(Policy.Replace(from, to), expected);

    [Theory]
    [InlineData("user.mfa_active", "user.mfa_actve", "PE2003 18:24")]
    [InlineData("variables.age < days(params.days)", "variabels.age < days(params.days)", "PE2002 15:19")]
    [InlineData("params.days)", "params.day)", "PE2003 15:47")]
    [InlineData("asOf - user", "asOff - user", "PE2002 11:32")]
    [InlineData("default: 90", "default: ninety", "PE3030 9:33")]
    [InlineData("type: int", "type: itn", "PE3026 9:19")]
    [InlineData("      message: It is old.\n", "", "PE3033 15:7")]
    public void A_mistake_is_one_diagnostic_and_no_warning_follows_from_it(string from, string to, string expected) =>
        AssertFinds(Policy.Replace(from, to), expected);

    private static void AssertFinds(string policy, params string[] expected)
    {
        using var scenario = new Scenario().Policy("p.yaml", policy);
        Assert.Equal(expected, Scenario.Places(scenario.Library().Diagnostics));
    }
}
