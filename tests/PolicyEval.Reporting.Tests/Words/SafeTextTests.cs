using CsCheck;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Tests.Words;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain <name>", "plain <name>")]
    [InlineData("漢字 é 😀", "漢字 é 😀")]
    [InlineData("a\nb\r\tc", "a\\u{a}b\\u{d}\\u{9}c")]
    [InlineData("\u001b[31m", "\\u{1b}[31m")]
    [InlineData("\u009b31m", "\\u{9b}31m")]
    [InlineData("\u202enimda\u2069", "\\u{202e}nimda\\u{2069}")]
    [InlineData("a\u200bb\u00a0c", "a\\u{200b}b\\u{a0}c")]
    [InlineData("\u2028\u2029\ue000", "\\u{2028}\\u{2029}\\u{e000}")]
    [InlineData("\udb40\udc41", "\\u{e0041}")]
    [InlineData("ro\u034fot\u3164\u115f\ufe0f", "ro\\u{34f}ot\\u{3164}\\u{115f}\\u{fe0f}")]
    public void What_is_invisible_is_escaped(string text, string expected) => Assert.Equal(expected, SafeText.Of(text));

    [Fact]
    public void Half_a_pair_is_escaped()
    {
        Assert.Equal("\\u{d83d}", SafeText.Of("\ud83d"));
        Assert.Equal("\\u{de00}x", SafeText.Of("\ude00x"));
    }

    [Fact]
    public void No_text_keeps_a_control_character_and_safe_text_is_kept() =>
        Gen.String.Sample(text =>
        {
            var safe = SafeText.Of(text);
            return !safe.Any(char.IsControl) && SafeText.Of(safe) == safe;
        });
}
