using System.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>Controls or policies that this evidence decides, each with the findings that matter.</summary>
internal sealed class ControlTable(TerminalWriter terminal, FindingLines lines)
{
    private const int NameWidth = 9;
    private const int OutcomeWidth = 16;
    private const int SeverityWidth = 10;
    private const int FailingWidth = 11;
    private const int TitleColumn = NameWidth + OutcomeWidth + SeverityWidth + FailingWidth;

    public void WriteHeading(string name) =>
        Line(name, "Outcome", "Severity", "Failing", "Title", Tone.Heading, Tone.Heading);

    public void Write(TableRow row, ControlDetails details)
    {
        // The id of a control fits into its column. The name of a policy does not, and gets a line of its own.
        var name = SafeText.Of(row.Name);
        if (TextLayout.WidthOf(name) >= NameWidth)
        {
            terminal.WriteWrapped(name, 0);
            name = "";
        }

        Line(
            name,
            ResultWords.ForPeople(row.Outcome).ToUpperInvariant() + (row.Counts.IsWaived ? ", WAIVED" : ""),
            row.Severity is { } severity ? ResultWords.Of(severity) : "",
            $"{row.Counts.Fail} of {row.Counts.Total}",
            row.Title,
            Tone.Plain,
            row.Counts.IsWaived ? Tone.Doubtful : ToneOf(row.Outcome));

        if (row.Counts.Total > 1)
            terminal.WriteWrapped(ResultWords.Counted(row.Counts), NameWidth, Tone.Quiet);
        if (row.Missing > 0)
            terminal.WriteWrapped(
                $"{ResultWords.Plural(row.Missing, "account")} without evidence", NameWidth, Tone.Doubtful);
        if (details.Only is { Outcome: Outcome.Pass or Outcome.NotApplicable } only)
            lines.WriteProof(only);
        lines.WriteAll(details, Outcome.Fail);
        lines.WriteAll(details, Outcome.Error);
        lines.WriteAll(details, Outcome.Incomplete);
        if (row.Outcome == Outcome.NotAssessed)
            lines.WriteAll(details, Outcome.NotAssessed);
    }

    private void Line(
        string name, string outcome, string severity, string failing, string title, Tone tone, Tone outcomeTone)
    {
        var titleLines = TextLayout.Wrap(SafeText.Of(title), terminal.Width - TitleColumn);
        for (var i = 0; i < titleLines.Length; i++)
        {
            var first = i == 0;
            terminal.Write(Cell(first ? name : "", NameWidth), tone);
            terminal.Write(Cell(first ? outcome : "", OutcomeWidth), outcomeTone);
            terminal.Write(Cell(first ? severity : "", SeverityWidth), tone);
            terminal.Write(Cell(first ? failing : "", FailingWidth), tone);
            terminal.WriteLine(titleLines[i], tone);
        }
    }

    private static string Cell(string text, int width) =>
        TextLayout.PadRight(TextLayout.Shorten(SafeText.Of(text), width - 1), width);

    private static Tone ToneOf(Outcome outcome) => outcome switch
    {
        Outcome.Pass => Tone.Good,
        Outcome.Fail or Outcome.Error => Tone.Bad,
        Outcome.Incomplete => Tone.Doubtful,
        Outcome.NotApplicable or Outcome.Manual or Outcome.NotAssessed => Tone.Quiet,
        _ => throw new UnreachableException($"{outcome}"),
    };
}
