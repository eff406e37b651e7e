using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Facts;

/// <summary>What does not count at the gate, and whether the evidence is fresh.</summary>
internal static class GateFacts
{
    /// <summary>The facts, in the order of reports.</summary>
    /// <param name="header">The inputs.</param>
    /// <param name="footer">What came out; null where nothing did yet.</param>
    public static IEnumerable<Fact> Of(RunHeader header, RunFooter? footer)
    {
        var findings = footer?.Findings ?? OutcomeCounts.None;
        if (findings.Waived > 0 && !header.Options.IgnoreWaivers)
            yield return Doubt(
                "WAIVED",
                $"{findings.Waived} of {ResultWords.Plural(findings.Fail, "failure")}: they do not count at the gate");

        if (header.Baseline is { } file)
        {
            yield return new Fact("Baseline", $"{file.Path}, sha256 {file.Sha256}");
            if (footer is not null)
                yield return Doubt(
                    "BASELINE",
                    $"{ResultWords.Plural(footer.KnownFailures, "failure")} known from it: they do not count at the "
                    + "gate, which has the new ones only");
        }

        // Beside several accounts it is said with them.
        if (header is { Snapshots.Length: 1, LeftOut.IsEmpty: false })
            yield return new Fact("Left out", string.Join(
                ", ", header.LeftOut.Select(left => $"{left.Place} ({left.Reason}, for {left.For})")));
        if (header.Options.Freshness is { } freshness)
            yield return Of(header, freshness);
    }

    private static Fact Of(RunHeader header, Freshness freshness)
    {
        var old = header.Snapshots.Count(snapshot => snapshot.Age is { IsTooOld: true });
        var limit = $"than {freshness.MaxAge} at {freshness.Now}";
        if (old == 0 && header.Snapshots.Any(snapshot => snapshot.Age is null))
            return Doubt("AGE UNKNOWN", $"nothing says whether evidence is older {limit}");
        return old == 0
            ? new Fact("Fresh", $"no evidence is older {limit}")
            : new Fact(
                "TOO OLD",
                $"{old} of {ResultWords.Plural(header.Snapshots.Length, "snapshot")} older {limit}, or of an unknown "
                + "age: do not rely on what follows",
                FactWeight.Bad);
    }

    private static Fact Doubt(string label, string text) => new(label, text, FactWeight.Doubtful);
}
