using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// The controls that this evidence cannot decide: a line each, under what they need and the command that gets it.
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

        foreach (var group in open.GroupBy(control => (control.Needs, control.Command)))
        {
            terminal.WriteWrapped(Describe(group.Key.Needs, group.Key.Command), 2, Tone.Quiet);
            foreach (var control in group)
            {
                var title = TextLayout.Shorten(SafeText.Of(control.Title), terminal.Width - IdWidth - 4);
                terminal.WriteLine("    " + TextLayout.PadRight(SafeText.Of(control.Id), IdWidth) + title);
            }
        }
    }

    private static string Describe(string needs, string command) => (needs.Length, command.Length) switch
    {
        (0, 0) => "needs evidence that no collection here provides:",
        (0, _) => $"needs the answer of: {command}",
        (_, 0) => $"needs {needs}:",
        _ => $"needs {needs}: {command}",
    };
}
