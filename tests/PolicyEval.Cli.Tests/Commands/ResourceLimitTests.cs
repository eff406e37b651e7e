using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary>Policies that try to use up time or memory end in an outcome, and soon.</summary>
public sealed class ResourceLimitTests
{
    /// <summary>First variable, how each next one uses the one before, the validation, the outcome.</summary>
    [Theory]
    [InlineData("user.arn", "variables.{0} + variables.{0}", "size(variables.{0}) > 0", "error")]
    [InlineData("[1]", "[variables.{0}, variables.{0}]", "variables.{0} == variables.{0}", "error")]
    [InlineData("asOf - require(user.password_last_used)", "variables.{0} + variables.{0}", "variables.{0} > days(1)", "incomplete")]
    [InlineData("user.mfa_active", "variables.{0} && variables.{0}", "variables.{0}", "fail")]
    public void Variables_that_double_what_they_read_are_bounded(string first, string next, string rule, string outcome)
    {
        using var folder = new TemporaryFolder();
        var variables = Enumerable.Range(0, 60).Select(i => $$"""
                - name: v{{i}}
                  expression: "{{(i == 0 ? first : Of(next, i - 1))}}"
            """);
        folder.Write("mine/p.yaml", $$"""
            apiVersion: policyeval/v1
            kind: Policy
            metadata: { name: doubling }
            spec:
              title: t
              severity: low
              resource: aws.iam.user
              variables:
            {{string.Join('\n', variables)}}
              validations:
                - expression: "{{Of(rule, 59)}}"
                  reason: Bad
                  message: bad
            """);
        var csv = folder.Write("report.csv", new CredentialReportText().Root().User("build").ToString());

        var run = CliRun.Of([
            "evaluate", csv, "--as-of", "2026-01-01T00:00:00Z", "--policies", folder.PathOf("mine"),
            "--policy", "doubling", "--format", "json"]);

        Assert.Contains($"\"outcome\": \"{outcome}\"", run.Output, StringComparison.Ordinal);
        Assert.True(run.Output.Length < 100_000, "the evidence is a cell and not a flood");
    }

    private static string Of(string template, int variable) =>
        template.Replace("{0}", $"v{variable}", StringComparison.Ordinal);
}
