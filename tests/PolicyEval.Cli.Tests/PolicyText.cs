namespace PolicyEval.Cli.Tests;

/// <summary>Policies as small as they may be.</summary>
internal static class PolicyText
{
    /// <summary>A policy about the root user with one validation, whose expression stands on line 9.</summary>
    public static string Of(string name, string expression, string severity = "high") =>
        $$"""
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: {{name}} }
        spec:
          title: A rule of our own
          severity: {{severity}}
          resource: aws.iam.root
          validations:
            - expression: "{{expression}}"
              reason: NotSo
              message: The rule does not hold.

        """;
}
