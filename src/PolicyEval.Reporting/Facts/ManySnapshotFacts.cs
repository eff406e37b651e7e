using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Facts;

/// <summary>The evidence of a run with many snapshots: counted, and none by name.</summary>
internal static class ManySnapshotFacts
{
    /// <summary>The facts, in the order of reports.</summary>
    /// <param name="header">The inputs.</param>
    /// <param name="place">Where the report lists them, such as <c>at the end of the console report</c>.</param>
    public static IEnumerable<Fact> Of(RunHeader header, string place)
    {
        var all = header.Snapshots;
        yield return new Fact("Snapshots", $"{all.Length}, each with its digest {place}");
        var doubts = new (string Words, int Count)[]
        {
            ("UNSEALED", all.Count(snapshot => snapshot.Seal is null)),
            ("ASSERTED", all.Count(snapshot => snapshot.Seal is { IsCollected: false })),
            ("INCOMPLETE", all.Count(snapshot => snapshot.Seal is { IsCollected: true, IsComplete: false })),
        };
        var collected = all.Count(snapshot => snapshot.Seal is { IsCollected: true });
        var named = string.Concat(
            doubts.Where(doubt => doubt.Count > 0).Select(doubt => $", {doubt.Count} {doubt.Words}"));
        yield return new Fact("Sealed", $"{collected} collected from AWS{named}", WeightOf(named.Length > 0));
        foreach (var signature in all.SelectMany(SignersOf).GroupBy(signer => signer).OrderBy(signer => signer.Key))
            yield return new Fact("Signed by", $"{signature.Key}: {signature.Count()} of {all.Length}");
        yield return new Fact("As of", AsOf(all), WeightOf(all.Any(s => s.AsOf is null || s.Projected)));
    }

    private static FactWeight WeightOf(bool isDoubtful) => isDoubtful ? FactWeight.Doubtful : FactWeight.Plain;

    private static IEnumerable<string> SignersOf(SnapshotReference snapshot) => snapshot.Seal switch
    {
        null => [],
        { Signatures.IsEmpty: true } => ["nobody (UNSIGNED)"],
        var seal => seal.Signatures.Select(signature =>
            signature.IsTrusted ? $"trusted key {signature.KeyId}" : $"UNKNOWN KEY {signature.KeyId}"),
    };

    // RFC 3339 in UTC sorts as text.
    private static string AsOf(IReadOnlyList<SnapshotReference> snapshots)
    {
        var times = snapshots.Select(snapshot => snapshot.AsOf).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var unknown = snapshots.Count - times.Count;
        var projected = snapshots.Count(snapshot => snapshot.Projected);
        return (times.Count == 0 ? "" : times[0] == times[^1] ? times[0] : $"{times[0]} to {times[^1]}")
            + (projected > 0 ? $", {projected} PROJECTED: later than the evidence" : "")
            + (unknown > 0 ? $", {ResultWords.Plural(unknown, "snapshot")} of an unknown time" : "");
    }
}
