using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The first lines: what was judged, by what, as of when, and every rule that is not standard.</summary>
internal static class HeaderBlock
{
    private const int LabelWidth = 13;

    // The places of the proof name files as the reports of unsealed evidence do, without the folder.
    private const string Place = "; its files are under data/";

    /// <summary>Writes them.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="header">The inputs.</param>
    /// <param name="footer">What came out: what does not count is named; null where nothing did yet.</param>
    public static void Write(TerminalWriter terminal, RunHeader header, RunFooter? footer = null)
    {
        WriteRules(terminal, header);
        WriteWaivers(terminal, header, footer?.Findings ?? OutcomeCounts.None);
        WriteBaseline(terminal, header, footer);
        WriteFreshness(terminal, header);
        if (header.Snapshots.Length > SnapshotCounts.BlocksMax)
        {
            terminal.EndLine();
            foreach (var (label, text, tone) in SnapshotCounts.Of(header))
                Field(terminal, label, text, tone);
            return;
        }

        foreach (var snapshot in header.Snapshots)
            WriteSnapshot(terminal, snapshot);
    }

    /// <summary>Writes by what was judged.</summary>
    public static void WriteRules(TerminalWriter terminal, RunHeader header)
    {
        terminal.WriteLine($"PolicyEval {header.ToolVersion}", Tone.Heading);
        foreach (var framework in header.Frameworks)
            Field(terminal, "Framework", $"{framework.Title} {framework.Version} ({framework.Name})");
        foreach (var name in header.Options.Policies)
            Field(terminal, "Only policy", name);
        foreach (var framework in header.Frameworks.Where(framework => framework.ReplacesBundled))
            Field(terminal, "REPLACED", $"framework {framework.Name} (by {framework.Origin})", Tone.Doubtful);
        foreach (var policy in header.Policies)
        {
            if (policy.ReplacesBundled)
                Field(terminal, "REPLACED", $"rule {policy.Name} (by {policy.Origin})", Tone.Doubtful);
            foreach (var change in ChangeWords.Of(policy))
                Field(terminal, "CHANGED RULE", change, Tone.Doubtful);
        }

        if (header.Settings is { } settings)
            Field(terminal, "Settings", $"{settings.Path}, sha256 {settings.Sha256}");
        foreach (var file in header.WaiverFiles)
            Field(terminal, "Waivers", $"{file.Path}, sha256 {file.Sha256}");
    }

    private static void WriteWaivers(TerminalWriter terminal, RunHeader header, OutcomeCounts findings)
    {
        if (header.Options.IgnoreWaivers)
            Field(terminal, "WAIVERS", "IGNORED (--ignore-waivers): every failure counts", Tone.Doubtful);
        else if (findings.Waived > 0)
            Field(
                terminal, "WAIVED",
                $"{findings.Waived} of {ResultWords.Plural(findings.Fail, "failure")}: they do not count at the gate",
                Tone.Doubtful);
    }

    private static void WriteBaseline(TerminalWriter terminal, RunHeader header, RunFooter? footer)
    {
        if (header.Baseline is not { } file)
            return;
        Field(terminal, "Baseline", $"{file.Path}, sha256 {file.Sha256}");
        if (footer is not null)
            Field(
                terminal, "BASELINE",
                $"{ResultWords.Plural(footer.KnownFailures, "failure")} known from it: they do not count at the gate, "
                + "which has the new ones only",
                Tone.Doubtful);
    }

    private static void WriteFreshness(TerminalWriter terminal, RunHeader header)
    {
        if (header.Options.Freshness is not { } freshness)
            return;
        var old = header.Snapshots.Count(snapshot => snapshot.Age is { IsTooOld: true });
        var limit = $"than {freshness.MaxAge} at {freshness.Now}";
        if (old == 0)
            Field(terminal, "Fresh", $"no evidence is older {limit}");
        else
            Field(
                terminal, "TOO OLD",
                $"{old} of {ResultWords.Plural(header.Snapshots.Length, "snapshot")} older {limit}, or of an unknown "
                + "age: do not rely on what follows",
                Tone.Bad);
    }

    private static void WriteSnapshot(TerminalWriter terminal, SnapshotReference snapshot)
    {
        terminal.EndLine();
        var name = snapshot.Label.Text.Length > 0 ? snapshot.Label.Text : snapshot.Name;
        Field(terminal, "Snapshot", name + (snapshot.Seal is null ? " (UNSEALED: no manifest vouches for it)" : ""));
        Field(terminal, "Digest", snapshot.Digest);
        if (snapshot.Seal is { } seal)
            WriteSeal(terminal, seal);
        Field(terminal, "Account", AccountsOf(snapshot));
        Field(terminal, "Generated", snapshot.GeneratedTime ?? "not told by this evidence");
        if (snapshot.Age is { } age)
            Field(
                terminal, "Age", AgeWords.Of(age.Seconds) + (age.IsTooOld ? ", TOO OLD" : ""),
                age.IsTooOld ? Tone.Bad : Tone.Plain);
        if (snapshot.AsOf is null)
            Field(terminal, "As of", "not known: give --as-of TIME to have ages judged", Tone.Doubtful);
        else if (snapshot.Projected)
            Field(terminal, "As of", $"{snapshot.AsOf} PROJECTED: later than the evidence", Tone.Doubtful);
        else
            Field(terminal, "As of", snapshot.AsOf);
    }

    private static void WriteSeal(TerminalWriter terminal, SealReference seal)
    {
        if (!seal.IsCollected)
        {
            var word = $"ASSERTED by {seal.AssertedBy}, {seal.At}: gathered by hand{Place}";
            Field(terminal, "Sealed", word, Tone.Doubtful);
        }
        else if (seal.IsComplete)
        {
            Field(terminal, "Sealed", $"collected from AWS, {seal.At}{Place}");
        }
        else
        {
            Field(terminal, "Sealed", $"collected from AWS, {seal.At}, INCOMPLETE: calls failed{Place}", Tone.Doubtful);
        }

        var trusted = seal.Signatures.Where(signature => signature.IsTrusted).ToList();
        foreach (var signature in trusted)
            Field(terminal, "Signed by", $"trusted key {signature.KeyId}");
        if (trusted.Count > 0)
            return;
        foreach (var signature in seal.Signatures)
            Field(terminal, "Signed by", $"UNKNOWN KEY {signature.KeyId}: proves nothing", Tone.Doubtful);
        if (seal.Signatures.IsEmpty)
            Field(terminal, "Signed by", "nobody (UNSIGNED)", Tone.Doubtful);
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

    private static void Field(TerminalWriter terminal, string label, string value, Tone tone = Tone.Plain)
    {
        var lines = TextLayout.Wrap(SafeText.Of(value), terminal.Width - LabelWidth);
        for (var i = 0; i < lines.Length; i++)
        {
            terminal.Write((i == 0 ? label : "").PadRight(LabelWidth), tone);
            terminal.WriteLine(lines[i], tone);
        }
    }
}
