using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Rechecking;

/// <summary>Says what became of a report. The second door of this folder.</summary>
public static class RecheckConsole
{
    private const int Shown = 100;
    private const int Indent = 2;

    /// <summary>Writes it.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="style">Width and colour.</param>
    /// <param name="result">What was found.</param>
    public static void Write(TextWriter output, ReportStyle style, RecheckResult result)
    {
        var terminal = new TerminalWriter(output, style);
        foreach (var difference in result.Differences.Take(Shown))
            terminal.WriteWrapped($"{difference.Subject}: {difference.What}", 0, Tone.Bad, Indent);
        if (result.Differences.Length > Shown)
            terminal.WriteLine($"... and {result.Differences.Length - Shown} more differences", Tone.Bad);
        if (!result.IsSame)
            terminal.EndLine();
        WriteCount(terminal, result.Cells, "cited cells stand in the evidence: digest, line, column, value");
        WriteCount(terminal, result.Controls, "controls rolled up again");
        WriteCount(terminal, result.Findings, "findings re-derived, byte-identical");
        foreach (var what in result.Unchecked)
            terminal.WriteWrapped($"NOT CHECKED: {what}", 0, Tone.Doubtful, Indent);
        WriteVerdict(terminal, result);
        terminal.Flush();
    }

    private static void WriteVerdict(TerminalWriter terminal, RecheckResult result)
    {
        if (!result.IsSame)
            terminal.WriteLine(
                "The report does NOT follow from the evidence: "
                + ResultWords.Plural(result.Differences.Length, "difference") + ".",
                Tone.Bad);
        else if (!result.Unchecked.IsEmpty)
            terminal.WriteLine("What was checked follows from the evidence; not all was.", Tone.Doubtful);
        else
            terminal.WriteLine("The report follows from the evidence.", Tone.Good);
    }

    private static void WriteCount(TerminalWriter terminal, RecheckCount count, string what) => terminal.WriteLine(
        $"{count.Same} of {count.Total} {what}", count.Same == count.Total ? Tone.Plain : Tone.Bad);
}
