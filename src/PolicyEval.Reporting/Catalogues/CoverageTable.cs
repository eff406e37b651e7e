using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Catalogues;

/// <summary>How many controls of each section of each framework are decided, manual, or need other evidence.</summary>
internal static class CoverageTable
{
    private const int DecidedWidth = 10;
    private const int ManualWidth = 8;
    private const int NeedsWidth = 16;
    private const int SectionWidthMin = 8;
    private const int Gap = 2;
    private const string NameHead = "Framework";

    /// <summary>The controls by section, in the framework's order.</summary>
    public static IEnumerable<IGrouping<string, FrameworkControl>> SectionsOf(Framework framework) =>
        framework.Controls.GroupBy(control => control.Section, StringComparer.Ordinal);

    public static void Write(TerminalWriter terminal, IReadOnlyCollection<Framework> frameworks)
    {
        var room = terminal.Width - DecidedWidth - ManualWidth - NeedsWidth;
        var nameWidth = Math.Clamp(
            Gap + frameworks.Max(framework => WidthOf(framework.Name)), Gap + NameHead.Length, room - SectionWidthMin);
        var sectionWidth = Math.Clamp(
            frameworks.SelectMany(SectionsOf).Max(section => WidthOf(section.Key)), SectionWidthMin, room - nameWidth);

        void Line(string name, string section, string decided, string manual, string needs, Tone tone)
        {
            terminal.Write(Cell(name, nameWidth - Gap) + new string(' ', Gap) + Cell(section, sectionWidth), tone);
            terminal.WriteLine($"{decided,DecidedWidth}{manual,ManualWidth}{needs,NeedsWidth}", tone);
        }

        void Row(string name, string section, CoverageCounts counts, Tone tone) => Line(
            name, section, $"{counts.Decided} of {counts.Total}", $"{counts.Manual}", $"{counts.NeedsEvidence}", tone);

        Line(NameHead, "Section", "Decided", "Manual", "Needs evidence", Tone.Heading);
        foreach (var framework in frameworks)
        {
            var name = framework.Name;
            foreach (var section in SectionsOf(framework))
            {
                Row(name, section.Key, CoverageCounts.Of(section), Tone.Plain);
                name = "";
            }
            Row(name, "all", CoverageCounts.Of(framework.Controls), Tone.Quiet);
        }
    }

    private static string Cell(string text, int width) =>
        TextLayout.PadRight(TextLayout.Shorten(SafeText.Of(text), width), width);

    private static int WidthOf(string text) => TextLayout.WidthOf(SafeText.Of(text));
}
