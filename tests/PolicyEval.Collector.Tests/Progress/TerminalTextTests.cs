using PolicyEval.Collector.Progress;

namespace PolicyEval.Collector.Tests.Progress;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("payments [prod]", "payments [prod]")]
    [InlineData("Zürich 支払い", "Zürich 支払い")]
    [InlineData("a\u001b[31mb", "a\\u{1b}[31mb")]
    [InlineData("a\r\nb", "a\\u{d}\\u{a}b")]
    [InlineData("a\u202eb", "a\\u{202e}b")]
    [InlineData("a\u00a0b", "a\\u{a0}b")]
    [InlineData("🎉", "🎉")]
    public void What_could_move_the_cursor_is_shown_as_its_number(string text, string safe) =>
        Assert.Equal(safe, TerminalText.Of(text));

    // A lone surrogate cannot be an argument of an attribute.
    [Fact]
    public void Half_a_character_is_shown_as_its_number() => Assert.Equal("a\\u{d800}", TerminalText.Of("a\ud800"));
}
