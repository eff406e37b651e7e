using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The snapshots of a run that has many: counted in the headline, and at the end each in a line.</summary>
internal static class SnapshotCounts
{
    /// <summary>The most snapshots that each have a block of their own.</summary>
    public const int BlocksMax = 5;

    /// <summary>What the headline says of them, as label, text and tone.</summary>
    public static IEnumerable<(string Label, string Text, Tone Tone)> Of(RunHeader header)
    {
        var all = header.Snapshots;
        yield return ("Snapshots", $"{all.Length}, each with its digest at the end of the console report", Tone.Plain);
        var doubts = new (string Words, int Count)[]
        {
            ("UNSEALED", all.Count(snapshot => snapshot.Seal is null)),
            ("ASSERTED", all.Count(snapshot => snapshot.Seal is { IsCollected: false })),
            ("INCOMPLETE", all.Count(snapshot => snapshot.Seal is { IsCollected: true, IsComplete: false })),
        };
        var collected = all.Count(snapshot => snapshot.Seal is { IsCollected: true });
        var named = string.Concat(
            doubts.Where(doubt => doubt.Count > 0).Select(doubt => $", {doubt.Count} {doubt.Words}"));
        var tone = named.Length > 0 ? Tone.Doubtful : Tone.Plain;
        yield return ("Sealed", $"{collected} collected from AWS{named}", tone);
        foreach (var signature in all.SelectMany(SignersOf).GroupBy(signer => signer).OrderBy(signer => signer.Key))
            yield return ("Signed by", $"{signature.Key}: {signature.Count()} of {all.Length}", Tone.Plain);
        yield return ("As of", AsOf(all), all.Any(s => s.AsOf is null || s.Projected) ? Tone.Doubtful : Tone.Plain);
    }

    /// <summary>Writes a line for each.</summary>
    public static void WriteList(TerminalWriter terminal, RunHeader header)
    {
        if (header.Snapshots.Length <= BlocksMax)
            return;
        terminal.EndLine();
        terminal.WriteLine($"Snapshots ({header.Snapshots.Length})", Tone.Heading);
        foreach (var snapshot in header.Snapshots)
            terminal.WriteWrapped(
                $"{snapshot.Digest} {snapshot.Label.Text}"
                + (snapshot.AccountName.Length > 0 ? $" ({snapshot.AccountName})" : "")
                + (snapshot.Seal is null ? " UNSEALED" : "")
                + (snapshot.Age is { IsTooOld: true } ? " TOO OLD" : ""),
                0, Tone.Quiet, hanging: 2);
    }

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
