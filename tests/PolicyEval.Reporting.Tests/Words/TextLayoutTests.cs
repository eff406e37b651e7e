using CsCheck;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Tests.Words;

public sealed class TextLayoutTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("漢字", 4)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    public void Width_is_in_cells(string text, int cells) => Assert.Equal(cells, TextLayout.WidthOf(text));

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("a bcdefghij k", 4, "a|bcde|fghi|j k")]
    [InlineData("漢字漢字", 5, "漢字|漢字")]
    [InlineData("", 5, "")]
    public void Lines_break_at_spaces(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', TextLayout.Wrap(text, width)));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abc...")]
    [InlineData("漢字漢字", 7, "漢字...")]
    public void Shortening_says_so(string text, int width, string expected) =>
        Assert.Equal(expected, TextLayout.Shorten(text, width));

    [Fact]
    public void No_wrapped_line_is_too_wide_and_no_word_is_lost() =>
        Gen.Select(Gen.Char["ab 漢é"].Array[0, 60], Gen.Int[2, 20]).Sample((chars, width) =>
        {
            var text = new string(chars);
            var lines = TextLayout.Wrap(text, width);
            var kept = string.Concat(lines).Replace(" ", "", StringComparison.Ordinal);
            return lines.All(line => CellsOf(line) <= width) && kept == text.Replace(" ", "", StringComparison.Ordinal);
        });

    internal static int CellsOf(string text) => TextLayout.WidthOf(text);
}
