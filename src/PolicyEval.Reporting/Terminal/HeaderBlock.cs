using System.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Facts;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The first lines: what was judged, by what, as of when, and every rule that is not standard.</summary>
internal static class HeaderBlock
{
    private const int LabelWidth = 13;

    /// <summary>Writes them.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="header">The inputs.</param>
    /// <param name="footer">What came out: what does not count is named; null where nothing did yet.</param>
    public static void Write(TerminalWriter terminal, RunHeader header, RunFooter? footer = null)
    {
        WriteRules(terminal, header);
        WriteAll(terminal, GateFacts.Of(header, footer));
        if (header.Snapshots.Length > SnapshotFacts.BlocksMax)
        {
            terminal.EndLine();
            WriteAll(terminal, ManySnapshotFacts.Of(header, "at the end of the console report"));
            return;
        }

        foreach (var snapshot in header.Snapshots)
        {
            terminal.EndLine();
            WriteAll(terminal, SnapshotFacts.Of(snapshot));
        }
    }

    /// <summary>Writes by what was judged.</summary>
    public static void WriteRules(TerminalWriter terminal, RunHeader header)
    {
        terminal.WriteLine($"PolicyEval {header.ToolVersion}", Tone.Heading);
        WriteAll(terminal, RuleFacts.Of(header));
    }

    private static void WriteAll(TerminalWriter terminal, IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
            Write(terminal, fact);
    }

    /// <summary>Writes one, in as many lines as it takes.</summary>
    public static void Write(TerminalWriter terminal, Fact fact)
    {
        var tone = fact.Weight switch
        {
            FactWeight.Plain => Tone.Plain,
            FactWeight.Doubtful => Tone.Doubtful,
            FactWeight.Bad => Tone.Bad,
            _ => throw new UnreachableException($"{fact.Weight}"),
        };
        var lines = TextLayout.Wrap(SafeText.Of(fact.Text), terminal.Width - LabelWidth);
        for (var i = 0; i < lines.Length; i++)
        {
            terminal.Write((i == 0 ? fact.Label : "").PadRight(LabelWidth), tone);
            terminal.WriteLine(lines[i], tone);
        }
    }
}
