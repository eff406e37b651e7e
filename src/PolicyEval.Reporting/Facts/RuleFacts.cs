using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Facts;

/// <summary>By what was judged, with every rule that is not standard.</summary>
internal static class RuleFacts
{
    /// <summary>The facts, in the order of reports.</summary>
    public static IEnumerable<Fact> Of(RunHeader header)
    {
        foreach (var framework in header.Frameworks)
            yield return new Fact("Framework", $"{framework.Title} {framework.Version} ({framework.Name})");
        foreach (var name in header.Options.Policies)
            yield return new Fact("Only policy", name);
        foreach (var framework in header.Frameworks.Where(framework => framework.ReplacesBundled))
            yield return Doubt("REPLACED", $"framework {framework.Name} (by {framework.Origin})");
        foreach (var policy in header.Policies)
        {
            if (policy.ReplacesBundled)
                yield return Doubt("REPLACED", $"rule {policy.Name} (by {policy.Origin})");
            foreach (var change in ChangeWords.Of(policy))
                yield return Doubt("CHANGED RULE", change);
        }

        if (header.Settings is { } settings)
            yield return new Fact("Settings", $"{settings.Path}, sha256 {settings.Sha256}");
        foreach (var file in header.WaiverFiles)
            yield return new Fact("Waivers", $"{file.Path}, sha256 {file.Sha256}");
        if (header.Options.IgnoreWaivers)
            yield return Doubt("WAIVERS", "IGNORED (--ignore-waivers): every failure counts");
    }

    private static Fact Doubt(string label, string text) => new(label, text, FactWeight.Doubtful);
}
