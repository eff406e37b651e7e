using System.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The controls of one framework that this evidence decides, in the framework's order.</summary>
internal sealed class ControlTable(TerminalWriter terminal, FindingLines lines)
{
    private const int IdWidth = 9;
    private const int OutcomeWidth = 16;
    private const int SeverityWidth = 10;
    private const int FailingWidth = 11;
    private const int TitleColumn = IdWidth + OutcomeWidth + SeverityWidth + FailingWidth;

    public void WriteHeading()
    {
        terminal.EndLine();
        Row("Control", "Outcome", "Severity", "Failing", "Title", Tone.Heading, Tone.Heading);
    }

    public void Write(ControlResult control, ControlDetails details)
    {
        Row(
            control.Id,
            ResultWords.ForPeople(control.Outcome).ToUpperInvariant(),
            control.Severity is { } severity ? ResultWords.Of(severity) : "",
            $"{control.Counts.Fail} of {control.Counts.Total}",
            control.Assessment == "manual" ? $"{control.Title} (CIS calls it manual)" : control.Title,
            Tone.Plain,
            ToneOf(control.Outcome));

        if (control.Counts.Total > 1)
            terminal.WriteWrapped(ResultWords.Counted(control.Counts), IdWidth, Tone.Quiet);
        if (details.Only is { Outcome: Outcome.Pass or Outcome.NotApplicable } only)
            lines.WriteProof(only);
        lines.WriteAll(details, Outcome.Fail);
        lines.WriteAll(details, Outcome.Error);
        lines.WriteAll(details, Outcome.Incomplete);
    }

    private void Row(
        string id, string outcome, string severity, string failing, string title, Tone tone, Tone outcomeTone)
    {
        var titleLines = TextLayout.Wrap(SafeText.Of(title), terminal.Width - TitleColumn);
        for (var i = 0; i < titleLines.Length; i++)
        {
            var first = i == 0;
            terminal.Write(Cell(first ? id : "", IdWidth), tone);
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
