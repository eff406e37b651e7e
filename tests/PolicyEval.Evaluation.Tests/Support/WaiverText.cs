using System.Text;

namespace PolicyEval.Evaluation.Tests.Support;

/// <summary>A waiver that is complete and right, line by line; a test changes only the keys that it is about.</summary>
internal static class WaiverText
{
    private static readonly (string Key, string Value)[] Standard =
    [
        ("policy", "console-user-mfa"), ("account", "\"111122223333\""), ("resource", "ann"), ("control", ""),
        ("fingerprint", ""), ("owner", "backup team"), ("requestedBy", ""), ("approvedBy", "carol"),
        ("approvedOn", "2026-01-15"), ("justification", "It is replaced in spring."), ("ticket", "SEC-1"),
        ("effectiveFrom", "2026-01-15T09:00:00Z"), ("expires", "2026-12-31"),
    ];

    /// <summary>The line on which the first key of the spec stands; the name stands on line 3.</summary>
    public const int FirstLine = 5;

    /// <summary>A waiver with changes; an empty value leaves the key out.</summary>
    public static string Of(string name, params (string Key, string Value)[] changes)
    {
        var text = new StringBuilder();
        text.Append("apiVersion: policyeval/v1\nkind: Waiver\nmetadata: { name: ").Append(name).Append(" }\nspec:\n");
        foreach (var (key, value) in KeysOf(changes))
            text.Append("  ").Append(key).Append(": ").Append(value).Append('\n');
        return text.ToString();
    }

    /// <summary>Several waivers in one file.</summary>
    public static string File(params string[] waivers) => string.Join("---\n", waivers);

    /// <summary>The line of a key.</summary>
    public static int LineOf(string key, params (string Key, string Value)[] changes) =>
        FirstLine + KeysOf(changes).TakeWhile(line => line.Key != key).Count();

    private static IEnumerable<(string Key, string Value)> KeysOf((string Key, string Value)[] changes)
    {
        var changed = changes.ToDictionary(change => change.Key, change => change.Value);
        return Standard.Select(line => (line.Key, changed.GetValueOrDefault(line.Key, line.Value)))
            .Where(line => line.Item2.Length > 0);
    }
}
