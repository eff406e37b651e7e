namespace PolicyEval.Evaluation.Tests.Support;

/// <summary>Settings as small as they can be.</summary>
internal static class SettingsText
{
    /// <summary>The line on which the first override stands.</summary>
    public const int FirstLine = 9;

    /// <summary>The column on which its first key stands.</summary>
    public const int FirstColumn = 9;

    /// <summary>Settings with two units and these overrides, one a line in flow style.</summary>
    public static string Of(params string[] overrides) =>
        """
        apiVersion: policyeval/v1
        kind: Settings
        metadata: { name: ours }
        spec:
          units:
            sandbox: { accounts: ["444455556666", "5???????????"] }
            "prod/core": { accounts: ["111122223333"] }
          overrides:

        """ + string.Concat(overrides.Select(one => $"    - {{ {one} }}\n"));
}
