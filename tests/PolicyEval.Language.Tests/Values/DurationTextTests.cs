using CsCheck;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    [InlineData("0s", 0L)]
    [InlineData("2160h", 7_776_000_000_000_000L)]
    [InlineData("1h30m", 5_400_000_000_000L)]
    [InlineData("-1.5s", -1_500_000_000L)]
    [InlineData("+1m", 60_000_000_000L)]
    [InlineData(".5s", 500_000_000L)]
    [InlineData("1.s", 1_000_000_000L)]
    [InlineData("1ms2us3ns", 1_002_003L)]
    [InlineData("1µs", 1_000L)]
    [InlineData("1μs", 1_000L)]
    [InlineData("0.9999999999s", 999_999_999L)]
    [InlineData("000000000000000000000001s", 1_000_000_000L)]
    [InlineData("9223372036854775807ns", long.MaxValue)]
    [InlineData("-9223372036854775808ns", long.MinValue)]
    public void Text_becomes_a_duration(string text, long nanoseconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration, out _));
        Assert.Equal(nanoseconds, duration.Nanoseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("s")]
    [InlineData(".s")]
    [InlineData("1d")]
    [InlineData("1 h")]
    [InlineData("1h-1m")]
    [InlineData("1S")]
    [InlineData("٣s")]
    [InlineData("9223372036854775808ns")]
    [InlineData("-9223372036854775809ns")]
    [InlineData("-320000000000s")]
    [InlineData("99999999999999999999999999999999999999999999h")]
    public void Other_text_is_refused_with_a_message(string text)
    {
        Assert.False(DurationText.TryParse(text, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData(0L, "0s")]
    [InlineData(60_001_000_000L, "60.001s")]
    [InlineData(-1L, "-0.000000001s")]
    [InlineData(long.MinValue, "-9223372036.854775808s")]
    public void A_duration_is_written_in_seconds(long nanoseconds, string text) =>
        Assert.Equal(text, DurationText.Format(new CelDuration(nanoseconds)));

    [Fact]
    public void A_duration_reads_back_as_it_was_written() =>
        Gen.Long.Sample(nanoseconds =>
            DurationText.TryParse(DurationText.Format(new CelDuration(nanoseconds)), out var back, out _)
            && back.Nanoseconds == nanoseconds);
}
