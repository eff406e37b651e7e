using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The last lines: the denominator of each framework, the diagnostics, and at the end the counts.</summary>
internal static class CountLines
{
    /// <summary>Writes them.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="footer">The counts.</param>
    /// <param name="namesFailing">Whether the controls that fail or lack evidence are named.</param>
    public static void Write(TerminalWriter terminal, RunFooter footer, bool namesFailing = false)
    {
        foreach (var framework in footer.Controls.GroupBy(control => control.Framework, StringComparer.Ordinal))
        {
            var counts = ResultWords.Count(framework);
            terminal.WriteWrapped(
                $"{counts.Assessed} of {counts.Total} controls assessed ({framework.Key}): "
                + ResultWords.Counted(counts),
                0);
            if (namesFailing)
                NameFailing(terminal, [.. framework]);
        }

        if (!footer.Accounts.IsEmpty)
            terminal.WriteWrapped(
                AccountWords.Coverage(footer), 0,
                footer.Accounts.Any(account => account.IsGap) ? Tone.Bad : Tone.Plain);

        var errors = footer.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var warnings = footer.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Warning);
        if (errors + warnings > 0)
        {
            var text = $"Diagnostics: {ResultWords.Plural(errors, "error")}, {ResultWords.Plural(warnings, "warning")}";
            terminal.WriteLine(text, Tone.Doubtful);
        }

        var gate = $"{ResultWords.Plural(footer.GateFailures, "failure")} at the gate"
            + (footer.KnownFailures > 0 ? $" ({footer.KnownFailures} more are known)" : "");
        terminal.WriteWrapped(
            $"{ResultWords.Plural(footer.Findings.Total, "finding")}: {ResultWords.Counted(footer.Findings)}; "
            + $"{gate}; exit code {footer.ExitCode}",
            0,
            footer.ExitCode == 0 ? Tone.Good : Tone.Bad);
    }

    private static void NameFailing(TerminalWriter terminal, List<ControlResult> controls)
    {
        foreach (var outcome in (Outcome[])[Outcome.Fail, Outcome.Error, Outcome.Incomplete])
        {
            foreach (var group in controls.Where(control => control.Outcome == outcome)
                .GroupBy(control => control.Counts.IsWaived).OrderBy(group => group.Key))
            {
                ControlNames.Write(terminal, outcome, group.Select(control => control.Id), group.Key);
            }
        }
    }
}
