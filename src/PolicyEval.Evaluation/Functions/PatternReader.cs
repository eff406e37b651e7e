using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Functions;

/// <summary>Makes pattern sets of what stands in a statement.</summary>
internal static class PatternReader
{
    private const string Everything = "*";
    private const string VariableStart = "${";

    private static readonly string[] Prefixes = ["arn:aws:", "arn:aws-cn:", "arn:aws-us-gov:", "arn:"];

    /// <summary>Actions: in any case, and <c>*:*</c> is <c>*</c>.</summary>
    public static PatternSet Actions(ImmutableArray<string> patterns, bool isNegated)
    {
        var all = patterns.Select(ActionOf).ToImmutableArray();
        return new PatternSet(patterns, [.. all.Select(WidestAction)], all, isNegated);
    }

    /// <summary>A question about an action, as patterns are compared with it.</summary>
    public static string ActionOf(string text)
    {
        var lower = text.ToLowerInvariant();
        return lower.Split(':') is [var service, var name] && IsStars(service) && IsStars(name) ? Everything : lower;
    }

    /// <summary>
    /// Resources. Policy variables, which only the language of 2012 has, stand for what nobody knows here: perhaps
    /// anything, perhaps nothing (IAM User Guide, "IAM policy elements: Variables and tags").
    /// </summary>
    public static PatternSet Resources(ImmutableArray<string> patterns, bool isNegated, bool hasVariables) => new(
        patterns,
        [.. patterns.Select(p => WidestResource(hasVariables ? WithoutVariables(p) : p))],
        [.. patterns.Where(p => !hasVariables || !p.Contains(VariableStart, StringComparison.Ordinal))],
        isNegated);

    private static string WidestAction(string pattern) => IsAll(pattern) ? Everything : pattern;

    /// <summary>An ARN of which all parts are open is everything, but for the partition.</summary>
    private static string WidestResource(string pattern)
    {
        var prefix = Array.Find(Prefixes, p => pattern.StartsWith(p, StringComparison.Ordinal)) ?? "";
        return IsAll(pattern[prefix.Length..]) ? Everything : pattern;
    }

    private static bool IsStars(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept('*');

    private static bool IsAll(string text) => text.Contains('*') && !text.AsSpan().ContainsAnyExcept("*?:");

    private static string WithoutVariables(string pattern)
    {
        var result = pattern;
        for (var start = Find(result, 0); start >= 0; start = Find(result, start + 1))
        {
            var end = result.IndexOf('}', start);
            result = string.Concat(result.AsSpan(0, start), Everything, end < 0 ? "" : result.AsSpan(end + 1));
        }

        return result;
    }

    private static int Find(string text, int from) => text.IndexOf(VariableStart, from, StringComparison.Ordinal);
}
