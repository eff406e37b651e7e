namespace PolicyEval.Evaluation.Tests.Support;

/// <summary>Policies and frameworks as small as they can be.</summary>
internal static class PolicyText
{
    /// <summary>A policy with one validation, whose expression stands at line 9, column 20.</summary>
    public static string Of(string name, string resource, string expression, string message = "message: It is bad.") =>
        $$"""
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: {{name}} }
        spec:
          title: T
          severity: medium
          resource: {{resource}}
          validations:
            - expression: "{{expression}}"
              reason: Bad
              {{message}}

        """;

    /// <summary>A framework of one automated control, 1.1, with these lines as its policies.</summary>
    public static string Framework(string name, params string[] policies) =>
        $$"""
        apiVersion: policyeval/v1
        kind: Framework
        metadata: { name: {{name}} }
        spec:
          title: T
          version: "1.0"
          controls:
            - id: "1.1"
              title: C
              assessment: automated
              policies: [ {{string.Join(", ", policies)}} ]

        """;
}
