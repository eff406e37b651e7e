using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Facts;

/// <summary>Which evidence was judged, as of when, and who vouches for it.</summary>
internal static class SnapshotFacts
{
    /// <summary>The most snapshots that each have a block of their own; of more there are counts.</summary>
    public const int BlocksMax = 5;

    // The places of the proof name files as the reports of unsealed evidence do, without the folder.
    private const string Place = "; its files are under data/";

    /// <summary>The facts about one snapshot, in the order of reports.</summary>
    public static IEnumerable<Fact> Of(SnapshotReference snapshot)
    {
        var name = snapshot.Label.Text.Length > 0 ? snapshot.Label.Text : snapshot.Name;
        yield return new Fact(
            "Snapshot", name + (snapshot.Seal is null ? " (UNSEALED: no manifest vouches for it)" : ""));
        yield return new Fact("Digest", snapshot.Digest);
        foreach (var fact in snapshot.Seal is { } seal ? Of(seal) : [])
            yield return fact;
        yield return new Fact("Account", AccountsOf(snapshot));
        yield return new Fact("Generated", snapshot.GeneratedTime ?? "not told by this evidence");
        if (snapshot.Age is { } age)
            yield return new Fact(
                "Age", AgeWords.Of(age.Seconds) + (age.IsTooOld ? ", TOO OLD" : ""),
                age.IsTooOld ? FactWeight.Bad : FactWeight.Plain);
        yield return AsOf(snapshot);
    }

    private static IEnumerable<Fact> Of(SealReference seal)
    {
        yield return seal switch
        {
            { IsCollected: false } => Doubt(
                "Sealed", $"ASSERTED by {seal.AssertedBy}, {seal.At}: gathered by hand{Place}"),
            { IsComplete: true } => new Fact("Sealed", $"collected from AWS, {seal.At}{Place}"),
            _ => Doubt("Sealed", $"collected from AWS, {seal.At}, INCOMPLETE: calls failed{Place}"),
        };
        if (seal.Caller.Length > 0)
            yield return new Fact("Caller", seal.Caller);
        var trusted = seal.Signatures.Where(signature => signature.IsTrusted).ToList();
        foreach (var signature in trusted)
            yield return new Fact("Signed by", $"trusted key {signature.KeyId}");
        if (trusted.Count > 0)
            yield break;
        foreach (var signature in seal.Signatures)
            yield return Doubt("Signed by", $"UNKNOWN KEY {signature.KeyId}: proves nothing");
        if (seal.Signatures.IsEmpty)
            yield return Doubt("Signed by", "nobody (UNSIGNED)");
    }

    private static string AccountsOf(SnapshotReference snapshot)
    {
        if (snapshot.Accounts.IsEmpty)
            return "not told by this evidence";

        var shown = snapshot.Accounts is [var only]
            ? AccountWords.Of(only, snapshot.AccountName)
            : AccountWords.ListOf(snapshot.Accounts);
        var partition = snapshot.Partition.Length == 0 ? "" : $" ({snapshot.Partition})";
        return shown + partition;
    }

    private static Fact AsOf(SnapshotReference snapshot) => snapshot switch
    {
        { AsOf: null } => Doubt("As of", "not known: give --as-of TIME to have ages judged"),
        { Projected: true } => Doubt("As of", $"{snapshot.AsOf} PROJECTED: later than the evidence"),
        _ => new Fact("As of", snapshot.AsOf),
    };

    private static Fact Doubt(string label, string text) => new(label, text, FactWeight.Doubtful);
}
