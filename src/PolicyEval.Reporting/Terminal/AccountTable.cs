using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// Accounts and controls in one table: a column for each account where they fit, else how many accounts pass and fail.
/// </summary>
internal sealed class AccountTable(TerminalWriter terminal)
{
    private const int ColumnsMax = 5;
    private const int NameWidth = 9;
    private const int AccountWidth = 14;
    private const int CountWidthMax = 11;
    private const int LastWidth = 5;

    private static readonly (string Title, Outcome Outcome)[] Columns =
    [
        ("Pass", Outcome.Pass), ("Fail", Outcome.Fail), ("Incomplete", Outcome.Incomplete), ("Error", Outcome.Error),
        ("Other", Outcome.NotApplicable),
    ];

    private int CountWidth => Math.Min(CountWidthMax, (terminal.Width - NameWidth - LastWidth) / (Columns.Length + 1));

    /// <summary>Whether so many accounts have a column each.</summary>
    public bool Fits(int accounts) =>
        accounts is > 0 and <= ColumnsMax && NameWidth + (accounts * AccountWidth) <= terminal.Width;

    /// <summary>Writes a table for each framework.</summary>
    /// <param name="footer">The roll-up.</param>
    /// <param name="accounts">The accounts with evidence.</param>
    /// <param name="options">Which controls are shown.</param>
    public void Write(RunFooter footer, List<AccountResult> accounts, ReportOptions options)
    {
        var served = footer.Controls.Where(control => control.Accounts is not null).ToList();
        var shown = served.Index().Where(place => options.Shows(place.Item.Outcome));
        foreach (var framework in shown.GroupBy(place => place.Item.Framework, StringComparer.Ordinal))
        {
            terminal.EndLine();
            if (Fits(accounts.Count))
                WriteVerdicts([.. framework], accounts);
            else
                WriteCounts([.. framework.Select(place => place.Item)]);
        }
    }

    private void WriteVerdicts(List<(int Index, ControlResult Item)> controls, List<AccountResult> accounts)
    {
        string[] names = [.. accounts.Select(account => account.Id.Length > 0 ? account.Id : account.Snapshots[0])];
        WriteRow("Control", names, AccountWidth, Tone.Heading);
        if (accounts.Any(account => account.Name.Length > 0))
            WriteRow("", [.. accounts.Select(account => account.Name)], AccountWidth, Tone.Quiet);
        foreach (var (index, control) in controls)
        {
            var verdicts = accounts.Select(account => account.Controls[index]);
            WriteRow(control.Id, [.. verdicts.Select(WordOf)], AccountWidth, OutcomeTone.Of(control));
        }
    }

    private void WriteCounts(List<ControlResult> controls)
    {
        WriteRow("Control", [.. Columns.Select(column => column.Title), "Missing", "Of"], CountWidth, Tone.Heading);
        foreach (var control in controls)
        {
            var counts = control.Accounts!;
            int[] cells =
            [
                .. Columns.Select(column => CountOf(counts.Outcomes, column.Outcome)), counts.Missing, counts.Total,
            ];
            WriteRow(control.Id, [.. cells.Select(cell => $"{cell}")], CountWidth, OutcomeTone.Of(control));
        }
    }

    /// <summary>What is neither a verdict nor a gap stands in one column.</summary>
    private static int CountOf(OutcomeCounts counts, Outcome outcome) => outcome == Outcome.NotApplicable
        ? counts.NotApplicable + counts.NotAssessed + counts.Manual
        : ResultWords.CountOf(counts, outcome);

    private static string WordOf(AccountVerdict verdict) => verdict.Outcome switch
    {
        Outcome.Fail when verdict.IsWaived => "FAIL, waived",
        Outcome.Fail => "FAIL",
        Outcome.NotApplicable => "n/a",
        var outcome => ResultWords.ForPeople(outcome),
    };

    private void WriteRow(string name, string[] cells, int width, Tone tone)
    {
        var count = Array.FindLastIndex(cells, cell => cell.Length > 0) + 1;
        terminal.Write(Cell(name, NameWidth), tone);
        for (var i = 0; i < count; i++)
            terminal.Write(i == count - 1 ? Short(cells[i], width) : Cell(cells[i], width), tone);
        terminal.EndLine();
    }

    private static string Cell(string text, int width) => TextLayout.PadRight(Short(text, width), width);

    private static string Short(string text, int width) => TextLayout.Shorten(SafeText.Of(text), width - 1);
}
