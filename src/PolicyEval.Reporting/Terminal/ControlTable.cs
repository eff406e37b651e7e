using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>Controls or policies that this evidence decides, each with the findings that matter.</summary>
internal sealed class ControlTable(TerminalWriter terminal, ControlLines lines)
{
    /// <summary>Writes it.</summary>
    /// <param name="name">What its rows are.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="details">The findings of each row.</param>
    public void Write(string name, IReadOnlyList<TableRow> rows, IReadOnlyList<ControlDetails> details)
    {
        var columns = TableColumns.For(rows, terminal.Width);
        WriteLine(columns, [name, "Outcome", "Severity", "Failing"], Tone.Heading, Tone.Heading);
        terminal.WriteLine(columns.IsTitleBelow ? "" : "Title", Tone.Heading);
        foreach (var (row, findings) in rows.Zip(details))
        {
            WriteRow(columns, row);
            lines.Write(row, findings);
        }
    }

    private void WriteRow(TableColumns columns, TableRow row)
    {
        var name = SafeText.Of(row.Name);
        if (TextLayout.WidthOf(name) >= columns.Name)
        {
            terminal.WriteWrapped(name, 0);
            name = "";
        }

        var outcome = ResultWords.ForPeople(row.Outcome).ToUpperInvariant() + (row.Counts.IsWaived ? ", WAIVED" : "");
        WriteLine(
            columns,
            [name, outcome, row.Severity is { } severity ? ResultWords.Of(severity) : "", row.Failing],
            Tone.Plain,
            OutcomeTone.Of(row.Outcome, row.Counts.IsWaived));
        WriteTitle(columns, TextLayout.Wrap(SafeText.Of(row.Title), columns.Title));
    }

    private void WriteTitle(TableColumns columns, IEnumerable<string> title)
    {
        if (columns.IsTitleBelow)
            terminal.EndLine();
        var margin = columns.IsTitleBelow ? TableColumns.Indent : terminal.Width - columns.Title;
        foreach (var (index, line) in title.Index())
        {
            if (index > 0 || columns.IsTitleBelow)
                terminal.Write(new string(' ', margin));
            terminal.WriteLine(line);
        }
    }

    /// <summary>Writes the cells before the title; behind the last is space only where the title follows.</summary>
    private void WriteLine(TableColumns columns, string[] cells, Tone tone, Tone outcomeTone)
    {
        terminal.Write(TextLayout.PadRight(cells[0], columns.Name), tone);
        terminal.Write(TextLayout.PadRight(cells[1], TableColumns.Outcome), outcomeTone);
        terminal.Write(TextLayout.PadRight(cells[2], TableColumns.Severity), tone);
        terminal.Write(columns.IsTitleBelow ? cells[3] : TextLayout.PadRight(cells[3], columns.Failing), tone);
    }
}
