using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>Every waiver of the run with what became of it.</summary>
internal static class WaiverLines
{
    private const int Indent = 2;

    public static void Write(TerminalWriter terminal, RunHeader header, RunFooter footer)
    {
        if (footer.Waivers.IsEmpty)
            return;

        terminal.EndLine();
        var ignored = header.Options.IgnoreWaivers ? ", all ignored" : "";
        terminal.WriteLine($"{ResultWords.Plural(footer.Waivers.Length, "waiver")}{ignored}", Tone.Heading);
        foreach (var waiver in footer.Waivers)
        {
            terminal.WriteWrapped(
                $"{waiver.Name}: {WaiverWords.StateOf(waiver)}; {WaiverWords.UseOf(waiver)}", Indent, ToneOf(waiver),
                Indent);
            terminal.WriteWrapped(
                $"owner {waiver.Owner}, approved by {waiver.ApprovedBy} on {waiver.ApprovedOn}, {waiver.Ticket}; "
                + $"{waiver.File}:{waiver.Line}",
                Indent + Indent, Tone.Quiet, Indent);
        }
    }

    /// <summary>How many there are in each state, and of how many somebody must think.</summary>
    public static void WriteCounts(TerminalWriter terminal, RunFooter footer)
    {
        if (footer.Waivers.IsEmpty)
            return;

        var counts = footer.Waivers.GroupBy(waiver => waiver.State).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {ResultWords.Of(group.Key).Replace('_', ' ')}").ToList();
        var (soon, unused) = (footer.Waivers.Count(w => w.ExpiresSoon), footer.Waivers.Count(w => w.IsUnused));
        if (soon > 0)
            counts.Add($"{soon} EXPIRING within {WaiverResult.SoonSpan.Days} days");
        if (unused > 0)
            counts.Add($"{unused} UNUSED");
        terminal.WriteWrapped(
            $"{ResultWords.Plural(footer.Waivers.Length, "waiver")}: {string.Join(", ", counts)}", 0,
            footer.Waivers.All(IsInOrder) ? Tone.Plain : Tone.Doubtful);
    }

    private static Tone ToneOf(WaiverResult waiver) => IsInOrder(waiver) ? Tone.Plain : Tone.Doubtful;

    private static bool IsInOrder(WaiverResult waiver) =>
        waiver is { State: WaiverState.Active, ExpiresSoon: false, IsUnused: false };
}
