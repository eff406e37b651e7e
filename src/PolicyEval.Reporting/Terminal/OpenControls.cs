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
    private const int CommandIndent = 14;

    /// <summary>Writes those of one outcome.</summary>
    /// <param name="terminal">Takes the lines.</param>
    /// <param name="open">The controls, at least one: all of them not assessed, or all manual.</param>
    /// <param name="accounts">The roll-up, so that a control which some accounts decide says which do not.</param>
    public static void Write(
        TerminalWriter terminal,
        IReadOnlyList<ControlResult> open,
        IReadOnlyCollection<AccountResult> accounts)
    {
        terminal.EndLine();
        var heading = open[0].Outcome == Outcome.Manual
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
    }

    /// <summary>The id, and in how many accounts it is not decided where others decide it.</summary>
    public static string NameOf(ControlResult control, IReadOnlyCollection<AccountResult> accounts)
    {
        var open = UndecidedIn(control, accounts);
        return open.IsEmpty ? control.Id : $"{control.Id} (in {open.Length} of {Evaluated(accounts)} accounts)";
    }

    /// <summary>
    /// Writes the commands that get the evidence which a policy waits for. What no policy here decides, no evidence
    /// would decide in this program: its commands are for whoever asks for all.
    /// </summary>
    public static void WriteCommands(TerminalWriter terminal, IEnumerable<ControlResult> open)
    {
        foreach (var same in open.Where(control => !control.Policies.IsEmpty && control.Command.Length > 0)
            .GroupBy(control => control.Command, StringComparer.Ordinal))
        {
            var need = same.Select(control => control.Needs).Distinct(StringComparer.Ordinal).Count() == 1
                ? same.First().Needs
                : "more evidence";
            var ids = string.Join(", ", same.Select(control => SafeText.Of(control.Id)));
            terminal.WriteWrapped($"{ids}: {need}", CommandIndent, Tone.Quiet, hanging: 2);
            terminal.WriteWrapped(
                "$ " + string.Join("; ", same.Key.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
                CommandIndent, Tone.Quiet, hanging: 2);
        }
    }

    private static string AccountsOf(ControlResult control, IReadOnlyCollection<AccountResult> accounts)
    {
        var open = UndecidedIn(control, accounts);
        return open.IsEmpty
            ? ""
            : $"in {open.Length} of {Evaluated(accounts)} accounts: {AccountWords.ListOf(open)}";
    }

    /// <summary>The accounts whose evidence does not decide a control that others' does; else none.</summary>
    private static ImmutableArray<string> UndecidedIn(
        ControlResult control, IReadOnlyCollection<AccountResult> accounts)
    {
        var name = $"{control.Framework}/{control.Id}";
        var open = accounts.Where(account => account.Controls.Any(verdict =>
            verdict.Control == name && verdict.Outcome == Outcome.NotAssessed))
            .Select(AccountWords.Of).ToImmutableArray();
        return open.Length == Evaluated(accounts) ? [] : open;
    }

    private static int Evaluated(IReadOnlyCollection<AccountResult> accounts) =>
        accounts.Count(account => account.IsEvaluated);

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
