using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;
using PolicyEval.Reporting.Messages;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Tests.Messages;

public sealed class DiagnosticRendererTests
{
    private static readonly DiagnosticDescriptor Unknown = new(
        "PE2003", "Unknown field", "no field '{0}'", DiagnosticSeverity.Error, "Use a column of the report.");

    [Fact]
    public void A_place_in_a_text_is_shown_with_line_and_caret() =>
        Assert.Equal(
            """
            a.yaml:2:4: error PE2003: no field 'acess'
             2 | !u.acess && x
               |    ^~~~~
              did you mean 'access'?
              help: Use a column of the report.

            """,
            Render("first\n!u.acess && x\nlast", 9, 5, suggestion: "access"));

    [Fact]
    public void A_tab_moves_line_and_caret_alike() =>
        Assert.Contains(" 1 |     a   bad\n   |         ^~~\n", Render("\ta\tbad", 3, 3), StringComparison.Ordinal);

    [Fact]
    public void A_wide_character_takes_two_cells() =>
        Assert.Contains(" 1 | 漢字 bad\n   |      ^~~\n", Render("漢字 bad", 3, 3), StringComparison.Ordinal);

    [Fact]
    public void The_end_of_a_line_has_a_caret_too() =>
        Assert.Contains(" 1 | ab\n   |   ^\n", Render("ab\ncd", 2, 0), StringComparison.Ordinal);

    [Fact]
    public void A_combining_character_takes_no_cell() =>
        Assert.Contains(" 1 | e\u0301 bad\n   |   ^~~\n", Render("e\u0301 bad", 3, 3), StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_span_over_lines_is_marked_on_each(string end) =>
        Assert.Contains(
            " 1 | abc\n   |  ^~\n 2 |\n 3 |   def  g h\n   |   ~~~~~~\n  did",
            Render($"abc{end}{end}  def  g h{end}last", 1, 10 + (2 * end.Length), "x"),
            StringComparison.Ordinal);

    [Fact]
    public void A_span_up_to_a_line_end_stays_on_its_line() =>
        Assert.Contains(" 1 | abc\n   |  ^~\n  help", Render("abc\ndef", 1, 3), StringComparison.Ordinal);

    [Fact]
    public void Of_many_lines_the_first_and_the_last_are_shown()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 12).Select(number => $"line{number}"));

        Assert.Contains(
            """
              1 | line1
                | ^~~~~
              2 | line2
                | ~~~~~
                | ...
             12 | line12
                | ~~~~~~
              help
            """,
            Render(lines, 0, lines.Length),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_escape_sequence_in_the_source_does_nothing()
    {
        var text = Render("a\u001b[31m\u202e bad", 8, 3);

        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202e', text);
        Assert.Contains(" 1 | a\\u{1b}[31m\\u{202e} bad\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(5_000, 4)]
    [InlineData(5_000, 4_000)]
    [InlineData(9_999, 1)]
    public void A_long_line_is_cut_around_the_place(int start, int length)
    {
        var lines = Render(new string('x', 10_000), start, length).Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains('^', lines[2]);
    }

    /// <summary>What takes many cells before the place must not push it out of the terminal.</summary>
    [Theory]
    [InlineData("\u202e")]
    [InlineData("\t")]
    [InlineData("漢")]
    [InlineData("\ud83d\ude00")]
    [InlineData("e\u0301")]
    public void A_line_of_anything_keeps_its_marks_under_the_place(string unit)
    {
        var before = string.Concat(Enumerable.Repeat(unit, 500));
        var lines = Render(before + "bad" + before, before.Length, 3).Split('\n');

        Assert.All(lines[1..3], line => Assert.InRange(TextLayout.WidthOf(line), 0, 80));
        var cell = lines[2].IndexOf("^~~", StringComparison.Ordinal);
        Assert.Equal(cell, TextLayout.WidthOf(lines[1][..lines[1].IndexOf("bad", StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_file_as_a_whole_has_no_excerpt() =>
        Assert.Equal(
            "a.csv: error PE2003: no field 'acess'\n  help: Use a column of the report.\n",
            Render(Diagnostic.Create(Unknown, Location.InFile("a.csv"), "acess")));

    [Fact]
    public void No_place_at_all_begins_with_the_severity() =>
        Assert.StartsWith("error PE2003: ", Render(Diagnostic.Create(Unknown, Location.None, "x")), StringComparison.Ordinal);

    [Theory]
    [InlineData(12)]
    [InlineData(70)]
    [InlineData(300)]
    public void A_terminal_breaks_a_message_that_a_pipe_keeps_in_one_line(int length)
    {
        var name = string.Join(' ', Enumerable.Repeat("name", length / 5));
        var diagnostic = Diagnostic.Create(Unknown, Location.At("a.csv", 2, 3), name);
        using var output = new StringWriter { NewLine = "\n" };
        new DiagnosticRenderer(output, new ReportStyle(70, Color: false) { IsTerminal = true }).Write(diagnostic);

        var lines = output.ToString().Split('\n');
        var help = Array.FindIndex(lines, line => line.StartsWith("  help: ", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 70));
        Assert.StartsWith("a.csv:2:3: error PE2003: no field", lines[0], StringComparison.Ordinal);
        Assert.Equal(Render(diagnostic).Split('\n')[0], string.Join(' ', lines[..help].Select(line => line.Trim())));
    }

    private static string Render(string text, int start, int length, string? suggestion = null)
    {
        var location = Location.Of(SourceText.From(text, "a.yaml"), new TextSpan(start, length));
        return Render(Diagnostic.Create(Unknown, location, "acess") with { Suggestion = suggestion });
    }

    private static string Render(Diagnostic diagnostic)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new DiagnosticRenderer(output, ReportStyle.Plain).Write(diagnostic);
        return output.ToString();
    }
}
