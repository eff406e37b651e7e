using PolicyEval.Language.Text;

namespace PolicyEval.Language.Tests.Text;

public class EmbeddedTextTests
{
    [Fact]
    public void A_whole_text_maps_onto_itself()
    {
        var text = EmbeddedText.Whole("a + b");

        for (var start = 0; start <= 5; start++)
        {
            for (var end = start; end <= 5; end++)
                Assert.Equal(TextSpan.FromBounds(start, end), text.ToOuter(TextSpan.FromBounds(start, end)));
        }
    }

    [Fact]
    public void A_span_ends_behind_its_last_unit_and_not_before_the_next_one()
    {
        // A folded scalar: the line break and the indentation became one blank.
        var outer = SourceText.From("x: a\n   b");
        var text = new EmbeddedText(outer, "a b", [3, 4, 8, 9]);

        Assert.Equal(new TextSpan(3, 1), text.ToOuter(new TextSpan(0, 1)));
        Assert.Equal(new TextSpan(8, 1), text.ToOuter(new TextSpan(2, 1)));
        Assert.Equal(new TextSpan(3, 6), text.ToOuter(new TextSpan(0, 3)));
        Assert.Equal(new TextSpan(9, 0), text.ToOuter(new TextSpan(3, 0)));
    }

    [Fact]
    public void A_map_of_the_wrong_length_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmbeddedText(SourceText.From("ab"), "ab", [0, 1]));

    [Theory]
    [InlineData("a\nb\r\nc\rd", 0, 1, 1)]
    [InlineData("a\nb\r\nc\rd", 2, 2, 1)]
    [InlineData("a\nb\r\nc\rd", 5, 3, 1)]
    [InlineData("a\nb\r\nc\rd", 7, 4, 1)]
    [InlineData("a\nb\r\nc\rd", 8, 4, 2)]
    public void Lines_end_at_LF_CRLF_and_CR(string text, int offset, int line, int column)
    {
        var source = SourceText.From(text);

        Assert.Equal((line, column), (source.LineOf(offset), source.ColumnOf(offset)));
    }
}
