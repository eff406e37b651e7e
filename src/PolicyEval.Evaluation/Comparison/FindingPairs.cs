using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>
/// Finds for a finding its like in another result. A fingerprint names policy and resource; where frameworks judge with
/// different parameters there are several, and the controls tell which, or else the parameters, or else their order.
/// </summary>
internal static class FindingPairs
{
    /// <summary>Every finding of two results that have one fingerprint, once, with its like or null.</summary>
    public static IEnumerable<(Finding? Old, Finding? New)> Of(IEnumerable<Finding> old, IEnumerable<Finding> current)
    {
        var (before, after) = (Sorted(old), Sorted(current));
        var pairs = new List<(Finding? Old, Finding? New)>();
        foreach (var key in (Func<Finding, string>[])[ControlsOf, ParamsOf, _ => ""])
        {
            foreach (var finding in after.ToList())
            {
                if (before.Find(other => key(other) == key(finding)) is not { } like)
                    continue;
                before.Remove(like);
                after.Remove(finding);
                pairs.Add((like, finding));
            }
        }

        pairs.AddRange(after.Select(finding => ((Finding?)null, (Finding?)finding)));
        pairs.AddRange(before.Select(finding => ((Finding?)finding, (Finding?)null)));
        return pairs;
    }

    /// <summary>The like of a finding among those of the same fingerprint, or null.</summary>
    public static Finding? LikeOf(Finding finding, IEnumerable<Finding> others)
    {
        var sorted = Sorted(others);
        return sorted.Find(other => ControlsOf(other) == ControlsOf(finding))
            ?? sorted.Find(other => ParamsOf(other) == ParamsOf(finding))
            ?? (sorted is [var only] ? only : null);
    }

    private static string ControlsOf(Finding finding) =>
        string.Join('\n', finding.Controls.Order(StringComparer.Ordinal));

    private static string ParamsOf(Finding finding) =>
        string.Join('\n', finding.Params.Select(param => $"{param.Name}={param.Value}"));

    // So that the order of a file changes nothing.
    private static List<Finding> Sorted(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(ControlsOf, StringComparer.Ordinal).ThenBy(ParamsOf, StringComparer.Ordinal)];
}
