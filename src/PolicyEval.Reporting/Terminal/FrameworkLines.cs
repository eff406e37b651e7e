using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// A framework: its verdict in a sentence, then its sections, each with its counts, its decided controls and those that
/// this evidence does not decide.
/// </summary>
internal sealed class FrameworkLines(
    TerminalWriter terminal, ControlTable table, FindingGroups findings, ReportOptions options)
{
    private bool IsVerbose => options.Detail == ReportDetail.Verbose;

    /// <summary>Writes it.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="footer">Its controls, and the accounts.</param>
    public void Write(FrameworkReference framework, RunFooter footer)
    {
        var controls = footer.Controls.Where(control => control.Framework == framework.Name).ToList();
        if (controls.Count == 0)
            return;

        terminal.EndLine();
        terminal.WriteWrapped(VerdictSentence.Of(framework, controls), 0, Tone.Heading);
        if (!controls.Exists(control => options.Shows(control.Outcome)))
            terminal.WriteLine("No control fails, ends in an error or lacks evidence.");
        foreach (var section in controls.GroupBy(control => control.Section, StringComparer.Ordinal))
            WriteSection(section.Key, [.. section], footer);
        WritePointer(controls);
    }

    private static bool IsOpen(ControlResult control) => control.Outcome is Outcome.Manual or Outcome.NotAssessed;

    private void WriteSection(string name, List<ControlResult> controls, RunFooter footer)
    {
        var shown = controls.Where(control => options.Shows(control.Outcome)).ToList();
        if (shown.Count == 0)
            return;

        terminal.EndLine();
        terminal.WriteWrapped(
            $"{name}: {ResultWords.Plural(controls.Count, "control")}, "
            + ResultWords.Counted(ResultWords.Count(controls)),
            0, Tone.Heading, hanging: 2);
        var decided = shown.Where(control => !IsOpen(control)).ToList();
        if (decided.Count > 0)
            table.Write("Control", [.. decided.Select(TableRow.Of)], [.. decided.Select(findings.Of)]);
        WriteOpen([.. shown.Where(IsOpen)], footer);
    }

    private void WriteOpen(List<ControlResult> controls, RunFooter footer)
    {
        foreach (var outcome in (Outcome[])[Outcome.NotAssessed, Outcome.Manual])
        {
            var open = controls.Where(control => control.Outcome == outcome).ToList();
            if (open.Count == 0)
                continue;
            if (IsVerbose)
            {
                OpenControls.Write(terminal, open, footer.Accounts);
                continue;
            }

            ControlNames.Write(
                terminal, outcome, open.Select(control => OpenControls.NameOf(control, footer.Accounts)));
            OpenControls.WriteCommands(terminal, open);
        }
    }

    private void WritePointer(List<ControlResult> controls)
    {
        var open = options.FailuresOnly ? [] : controls.Where(IsOpen).ToList();
        if (open.Count == 0)
            return;
        terminal.EndLine();
        var example = $"'policyeval show {open[0].Framework}/{open[0].Id}' shows one of them.";
        var are = open.Count == 1 ? "is" : "are";
        var undecided = $"{ResultWords.Plural(open.Count, "control")} {are} not decided here";
        terminal.WriteWrapped(
            IsVerbose ? $"{undecided}: {example}"
            : $"{undecided}: --verbose names the evidence and the commands that get it, {example}",
            0, Tone.Quiet);
    }
}
