using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>Controls of one outcome by their ids, in as few lines as they take.</summary>
internal static class ControlNames
{
    private const int LabelWidth = 14;

    /// <summary>Writes them; nothing where there is none.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="outcome">What they have in common.</param>
    /// <param name="names">The ids.</param>
    /// <param name="waived">Whether waivers cover them.</param>
    public static void Write(
        TerminalWriter terminal, Outcome outcome, IEnumerable<string> names, bool waived = false)
    {
        var list = string.Join(", ", names);
        if (list.Length == 0)
            return;
        var label = ResultWords.ForPeople(outcome).ToUpperInvariant() + (waived ? ", WAIVED" : "");
        foreach (var line in TextLayout.Wrap(SafeText.Of(list), terminal.Width - LabelWidth))
        {
            terminal.Write(TextLayout.PadRight(label, LabelWidth), OutcomeTone.Of(outcome, waived));
            terminal.WriteLine(line);
            label = "";
        }
    }
}
