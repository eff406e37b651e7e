using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// The controls that this evidence cannot decide, folded into an entry each: what is needed and the commands that get
/// it. A control that needs the same as the one before says so, and so does one that needs the same commands.
/// </summary>
internal static class OpenControls
{
    private const int IdWidth = 9;

    /// <summary>Writes those of one outcome.</summary>
    /// <param name="terminal">Takes the lines.</param>
    /// <param name="controls">The controls.</param>
    /// <param name="accounts">The roll-up, so that a control which some accounts decide says which do not.</param>
    /// <param name="outcome">Not assessed or manual.</param>
    public static void Write(
        TerminalWriter terminal,
        IReadOnlyCollection<ControlResult> controls,
        IReadOnlyCollection<AccountResult> accounts,
        Outcome outcome)
    {
        var open = controls.Where(control => control.Outcome == outcome).ToList();
        if (open.Count == 0)
            return;

        terminal.EndLine();
        var heading = outcome == Outcome.Manual
            ? $"MANUAL: {ResultWords.Plural(open.Count, "control")} that the framework leaves to a person"
            : $"NOT ASSESSED: {ResultWords.Plural(open.Count, "control")} that this evidence cannot decide";
        terminal.WriteLine(heading, Tone.Heading);
        ControlResult? previous = null;
        ControlResult? commanded = null;
        foreach (var control in open)
        {
            var where = AccountsOf(control, accounts);
            if (where.Length == 0 && SameNeed(control, previous))
            {
                terminal.WriteLine($"{Id(control)} the same as {previous?.Id}");
                continue;
            }
            terminal.WriteWrapped($"{Id(control)} {Need(control)}", 0, hanging: IdWidth);
            if (where.Length > 0)
                terminal.WriteWrapped(where, IdWidth, hanging: 2);
            WriteCommand(terminal, control, commanded);
            commanded = control.Command == commanded?.Command ? commanded : control;
            previous = control;
        }

        terminal.WriteWrapped($"'policyeval show {open[0].Framework}/{open[0].Id}' shows one of them.", 0, Tone.Quiet);
    }

    /// <summary>The accounts whose evidence does not decide a control that others' does; else empty.</summary>
    private static string AccountsOf(ControlResult control, IReadOnlyCollection<AccountResult> accounts)
    {
        var name = $"{control.Framework}/{control.Id}";
        var open = accounts.Where(account => account.Controls.Any(verdict =>
            verdict.Control == name && verdict.Outcome == Outcome.NotAssessed))
            .Select(AccountWords.Of).ToImmutableArray();
        var evaluated = accounts.Count(account => account.IsEvaluated);
        return open.IsEmpty || open.Length == evaluated
            ? ""
            : $"in {open.Length} of {evaluated} accounts: {AccountWords.ListOf(open)}";
    }

    private static void WriteCommand(TerminalWriter terminal, ControlResult control, ControlResult? earlier)
    {
        var commands = control.Command.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (commands.Length == 0)
            return;
        var text = control.Command == earlier?.Command ? $"as for {earlier.Id}" : string.Join("; ", commands);
        terminal.WriteWrapped($"$ {text}", IdWidth, Tone.Quiet, hanging: 2);
    }

    private static string Id(ControlResult control) => TextLayout.PadRight(SafeText.Of(control.Id), IdWidth - 1);

    private static bool SameNeed(ControlResult control, ControlResult? other) =>
        control.Needs.Length > 0 && control.Needs == other?.Needs && control.Command == other.Command;

    private static string Need(ControlResult control) => control.Needs.Length > 0 ? control.Needs : control.Title;
}
