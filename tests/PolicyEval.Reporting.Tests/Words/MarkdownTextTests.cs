using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Tests.Words;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("alice.smith-2/x, y", "alice.smith-2/x, y")]
    [InlineData("<b>&amp;", "&#60;b&#62;&#38;amp;")]
    [InlineData("[x](y)", "&#91;x&#93;&#40;y&#41;")]
    [InlineData("@team #12", "&#64;team &#35;12")]
    [InlineData("https://x", "https&#58;//x")]
    [InlineData("www.x", "www&#46;x")]
    [InlineData("WWW.x", "WWW&#46;x")]
    [InlineData("a|b`c`", "a&#124;b&#96;c&#96;")]
    [InlineData("a\n# b", "a&#92;u&#123;a&#125;&#35; b")]
    public void Nothing_but_text_is_left(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));
}
