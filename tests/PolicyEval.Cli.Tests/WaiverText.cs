namespace PolicyEval.Cli.Tests;

/// <summary>Waivers as small as they may be.</summary>
internal static class WaiverText
{
    /// <summary>A waiver of every account's root access key, whose owner stands on line 8.</summary>
    public static string Of(string name, string owner = "backup team") =>
        $$"""
        apiVersion: policyeval/v1
        kind: Waiver
        metadata: { name: {{name}} }
        spec:
          policy: root-access-key-absent
          account: "*"
          resource: <root_account>
          owner: {{owner}}
          approvedBy: carol
          approvedOn: 2026-01-15
          justification: It goes in spring.
          ticket: SEC-1
          effectiveFrom: 2026-01-15
          expires: 2026-12-31

        """;
}
