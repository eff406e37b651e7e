using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// The controls that this evidence cannot decide. Those of a section in which something was decided are within reach:
/// they say what they need and the command that gets it. The other sections are folded to a line a control.
/// </summary>
internal static class OpenControls
{
    private const int IdWidth = 9;

    public static void Write(TerminalWriter terminal, IReadOnlyCollection<ControlResult> controls, Outcome outcome)
    {
        var open = controls.Where(control => control.Outcome == outcome).ToList();
        if (open.Count == 0)
            return;

        terminal.EndLine();
        var heading = outcome == Outcome.Manual
            ? $"MANUAL: {ResultWords.Plural(open.Count, "control")} that the framework leaves to a person"
            : $"NOT ASSESSED: {ResultWords.Plural(open.Count, "control")} that this evidence cannot decide";
        terminal.WriteLine(heading, Tone.Heading);

        var sections = controls.Where(IsDecided).Select(control => control.Section).ToHashSet(StringComparer.Ordinal);
        foreach (var group in open.Where(c => sections.Contains(c.Section)).GroupBy(c => (c.Needs, c.Command)))
            WriteNeeds(terminal, [.. group]);
        foreach (var section in open.Where(c => !sections.Contains(c.Section)).GroupBy(c => c.Section))
            WriteFolded(terminal, [.. section]);
    }

    private static bool IsDecided(ControlResult control) =>
        control.Outcome is not (Outcome.Manual or Outcome.NotAssessed);

    private static void WriteNeeds(TerminalWriter terminal, List<ControlResult> group)
    {
        foreach (var control in group)
            WriteTitle(terminal, control);

        var first = group[0];
        if (first.Needs.Length > 0)
            terminal.WriteWrapped($"needs: {first.Needs}", IdWidth, Tone.Quiet);
        foreach (var line in first.Command.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            terminal.WriteWrapped($"$ {line}", IdWidth, Tone.Quiet);
    }

    private static void WriteFolded(TerminalWriter terminal, List<ControlResult> section)
    {
        var first = section[0];
        terminal.EndLine();
        terminal.WriteWrapped(
            $"{first.Section}: 'policyeval show {first.Framework}/{first.Id}' and so on say what is needed",
            0,
            Tone.Quiet);
        foreach (var control in section)
            WriteTitle(terminal, control);
    }

    private static void WriteTitle(TerminalWriter terminal, ControlResult control)
    {
        var title = TextLayout.Shorten(SafeText.Of(control.Title), terminal.Width - IdWidth);
        terminal.WriteLine(TextLayout.PadRight(SafeText.Of(control.Id), IdWidth) + title);
    }
}
