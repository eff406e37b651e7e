using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Tests.Words;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("alice.smith-2/x, y", "alice.smith-2/x, y")]
    [InlineData("<b>&amp;", "&#60;b&#62;&#38;amp;")]
    [InlineData("[x](y)", "&#91;x&#93;&#40;y&#41;")]
    [InlineData("@team #12 # 1", "&#64;&#8203;team &#35;&#8203;12 &#35; 1")]
    [InlineData("a@b.c#7", "a&#64;&#8203;b.c&#35;&#8203;7")]
    [InlineData("GH-12 gh-1 gh-x -1 h-1 @", "GH-&#8203;12 gh-&#8203;1 gh-x -1 h-1 &#64;")]
    [InlineData("https://x", "https&#58;//x")]
    [InlineData("www.x", "www&#46;x")]
    [InlineData("WWW.x", "WWW&#46;x")]
    [InlineData("a|b`c`", "a&#124;b&#96;c&#96;")]
    [InlineData("a\n# b", "a&#92;u&#123;a&#125;&#35; b")]
    public void Nothing_but_text_is_left(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));
}
