using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>
/// Compares what shaped two results. Files are told apart by their digests: where they lie does not matter.
/// </summary>
internal static class InputComparer
{
    private const string Separator = "; ";

    /// <summary>What differs, by kind and name.</summary>
    public static ImmutableArray<InputChange> Compare(RunHeader old, RunHeader current)
    {
        var (before, after) = (TextsOf(old), TextsOf(current));
        return
        [
            .. before.Keys.Union(after.Keys)
                .OrderBy(key => key.Kind).ThenBy(key => key.Name, StringComparer.Ordinal)
                .Select(key => new InputChange(
                    key.Kind, key.Name, before.GetValueOrDefault(key, ""), after.GetValueOrDefault(key, "")))
                .Where(change => change.Old != change.New),
        ];
    }

    // A policy stands in a header once for each framework and kind of account that has parameters of its own.
    private static Dictionary<(InputKind Kind, string Name), string> TextsOf(RunHeader header) =>
        Inputs(header)
            .GroupBy(input => (input.Kind, input.Name), input => input.Text)
            .ToDictionary(group => group.Key, group => string.Join(Separator, group.Distinct(StringComparer.Ordinal)));

    private static IEnumerable<(InputKind Kind, string Name, string Text)> Inputs(RunHeader header)
    {
        yield return (InputKind.Tool, "", header.ToolVersion);
        yield return (InputKind.AsOf, "", header.Options.AsOf ?? "");
        yield return (InputKind.Settings, "", header.Settings?.Sha256 ?? "");
        yield return (InputKind.Waivers, "", WaiversOf(header));
        foreach (var framework in header.Frameworks)
            yield return (InputKind.Framework, framework.Name, framework.Sha256);
        foreach (var policy in header.Policies)
        {
            var where = policy.Accounts is { } accounts ? $" in {string.Join(", ", accounts)}" : "";
            yield return (InputKind.Policy, policy.Name, policy.Sha256);
            yield return (InputKind.Severity, policy.Name, SeverityNames.Of(policy.Severity) + where);
            foreach (var param in policy.Params)
                yield return (InputKind.Param, $"{policy.Name}.{param.Name}", param.Value + where);
        }
    }

    private static string WaiversOf(RunHeader header)
    {
        var files = header.WaiverFiles.Select(file => file.Sha256).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 && header.Options.IgnoreWaivers
            ? $"ignored: {string.Join(Separator, files)}"
            : string.Join(Separator, files);
    }
}
