using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary>Writes what a framework is, and its controls with the policies that decide them.</summary>
internal static class FrameworkPage
{
    private const int IdWidth = 9;
    private const int LevelsWidth = 8;
    private const int AssessmentWidth = 12;
    private const int TitleColumn = IdWidth + LevelsWidth + AssessmentWidth;

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

        terminal.EndLine();
        Line(terminal, "Control", "Levels", "Assessment", "Title and policies", Tone.Heading);
        foreach (var control in framework.Controls)
            Write(terminal, control);
    }

    private static void Write(TerminalWriter terminal, FrameworkControl control)
    {
        Line(
            terminal,
            control.Id,
            string.Join(", ", control.Levels),
            control.IsManual ? "manual" : "automated",
            control.Title,
            Tone.Plain);
        foreach (var policy in control.Policies)
            terminal.WriteWrapped($"policy {policy.Name}", TitleColumn, Tone.Quiet);
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
