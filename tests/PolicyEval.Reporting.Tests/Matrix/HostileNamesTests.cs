using System.Globalization;
using System.Text;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Reporting.Tests.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Tests.Matrix;

/// <summary>
/// A name may hold any character. No control byte of it reaches a report of any format, and none that turns, hides or
/// breaks a line reaches one for people; JSON keeps the name exactly, behind its own escapes.
/// </summary>
public sealed class HostileNamesTests
{
    /// <summary>JSON is read by programs: it escapes what it must and leaves the rest.</summary>
    private static readonly string[] ForPrograms =
        ["json", "jsonl", "sarif", "sarif-github", "oscal", "ocsf", "asff"];

    /// <summary>Every character that is not seen, alone, at the ends, between letters, and half of a pair.</summary>
    private static readonly string Name = string.Concat(Invisible().Prepend("\ud83d").Append("x\udc00"));

    /// <summary>Those that are text: a table of values keeps each as it is.</summary>
    public static TheoryData<string> Names =>
    [
        .. ReportVariant.All.Where(variant => !ReportFormats.Find(variant.Format)!.IsBinary)
            .Select(variant => variant.Name),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_control_character_reaches_a_report(string variant)
    {
        foreach (var report in Written(variant, ReportStyle.Plain))
            Assert.DoesNotContain(report, unit => unit != '\n' && char.IsControl(unit));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_is_not_seen_reaches_a_report_for_people(string variant)
    {
        if (ForPrograms.Contains(variant))
            return;

        foreach (var report in Written(variant, ReportStyle.Plain))
            Assert.All(report.TrimStart('\ufeff').Split('\n'), line => Assert.Equal(SafeText.Of(line), line));
    }

    [Theory]
    [InlineData("console")]
    [InlineData("summary")]
    public void Colours_are_the_only_control_sequences_of_a_terminal(string variant)
    {
        foreach (var report in Written(variant, ReportStyle.Plain with { Color = true, IsTerminal = true }))
            Assert.All(TerminalText.WithoutColor(report).Split('\n'), line => Assert.Equal(SafeText.Of(line), line));
    }

    private static IEnumerable<string> Written(string variant, ReportStyle style) =>
        from sample in (Sample[])[Sample.HostileNamed(Name), OrganizationSample.Named(Name)]
        select ReportVariant.Named(variant).Write(sample, style).Text;

    private static IEnumerable<string> Invisible()
    {
        for (var scalar = 0; scalar <= 0x10FFFF; scalar++)
        {
            if (!Rune.TryCreate(scalar, out var rune))
                continue;
            var isInvisible = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
            if (isInvisible)
                yield return $"a{rune}";
        }
    }
}
