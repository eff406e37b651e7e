using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Catalogues;

/// <summary>What a framework is, and its controls with the policies that decide them or with what they need.</summary>
public static class FrameworkConsole
{
    private const int IdWidth = 9;
    private const int LevelsWidth = 8;
    private const int AssessmentWidth = 12;
    private const int TitleColumn = IdWidth + LevelsWidth + AssessmentWidth;

    /// <summary>Writes it.</summary>
    public static void Write(TerminalWriter terminal, Framework framework)
    {
        terminal.WriteWrapped($"{framework.Name}  {framework.Title} {framework.Version}", 0, Tone.Heading);
        Field(terminal, "Version", framework.Version);
        Field(terminal, "Source", framework.Source);
        Field(
            terminal,
            "File",
            framework.File.IsBundled ? $"{framework.File.Text.Path} (bundled)" : framework.File.Origin);
        Field(terminal, "SHA-256", framework.File.Sha256);
        var counts = CoverageCounts.Of(framework.Controls);
        Field(
            terminal,
            "Controls",
            $"{counts.Total}: {counts.Decided} decided, {counts.Manual} manual, {counts.NeedsEvidence} need evidence");

        terminal.EndLine();
        Line(terminal, "Control", "Levels", "Assessment", "Title, and what decides it", Tone.Heading);
        foreach (var control in framework.Controls)
            Write(terminal, control);
    }

    private static void Write(TerminalWriter terminal, FrameworkControl control)
    {
        Line(
            terminal,
            control.Id,
            string.Join(", ", control.Levels),
            CatalogueWords.AssessmentOf(control),
            control.Title,
            Tone.Plain);
        foreach (var use in control.Policies)
            terminal.WriteWrapped($"policy {CatalogueWords.Of(use)}", TitleColumn, Tone.Quiet, hanging: 2);
        if (control.Policies.IsEmpty)
        {
            var needs = CatalogueWords.OneLine(control.Needs);
            terminal.WriteWrapped($"needs {needs}", TitleColumn, Tone.Quiet, hanging: 2);
        }
    }

    private static void Line(
        TerminalWriter terminal, string id, string levels, string assessment, string title, Tone tone)
    {
        var head = TextLayout.PadRight(SafeText.Of(id), IdWidth - 1) + " "
            + TextLayout.PadRight(levels, LevelsWidth) + TextLayout.PadRight(assessment, AssessmentWidth);
        foreach (var (index, line) in TextLayout.Wrap(SafeText.Of(title), terminal.Width - TitleColumn).Index())
        {
            terminal.Write(index == 0 ? head : new string(' ', TitleColumn), tone);
            terminal.WriteLine(line, tone);
        }
    }

    private static void Field(TerminalWriter terminal, string label, string value)
    {
        if (value.Length > 0)
            terminal.WriteLine($"  {label,-12}{value}");
    }
}
