using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Rechecking;

/// <summary>Tells the inputs of a report from those that are at hand.</summary>
internal static class InputCheck
{
    /// <summary>What is not the same.</summary>
    /// <param name="report">The report's inputs.</param>
    /// <param name="again">Those at hand.</param>
    public static IEnumerable<RecheckDifference> Of(RunHeader report, RunHeader again) =>
    [
        .. Of("snapshot", report.Snapshots, again.Snapshots, s => s.Digest, s => s.Name),
        .. Of("framework", report.Frameworks, again.Frameworks, f => $"{f.Name} {f.Sha256}", f => f.Name),
        .. Of("policy", report.Policies, again.Policies, p => $"{p.Name} {p.Sha256}", p => p.Name),
        .. Of("settings", FilesOf(report.Settings), FilesOf(again.Settings), f => f.Sha256, f => f.Path),
        .. Of("waivers", report.WaiverFiles, again.WaiverFiles, f => f.Sha256, f => f.Path),
        .. Of("baseline", FilesOf(report.Baseline), FilesOf(again.Baseline), f => f.Sha256, f => f.Path),
    ];

    /// <summary>The policies whose content is not that of the report, by name.</summary>
    public static HashSet<string> OtherPolicies(RunHeader report, RunHeader again)
    {
        var here = again.Policies.Select(policy => (policy.Name, policy.Sha256)).ToHashSet();
        return report.Policies.Where(policy => !here.Contains((policy.Name, policy.Sha256)))
            .Select(policy => policy.Name).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<InputFile> FilesOf(InputFile? file) => file is null ? [] : [file];

    private static IEnumerable<RecheckDifference> Of<T>(
        string kind, IEnumerable<T> report, IEnumerable<T> again, Func<T, string> key, Func<T, string> name)
    {
        var (theirs, ours) = (report.ToLookup(key), again.ToLookup(key));
        foreach (var input in theirs.Where(input => !ours.Contains(input.Key)))
            yield return new RecheckDifference(
                $"{kind} {name(input.First())}", "the report was made with it, and what is given has other content");
        foreach (var input in ours.Where(input => !theirs.Contains(input.Key)))
            yield return new RecheckDifference($"{kind} {name(input.First())}", "the report was made without it");
    }
}
