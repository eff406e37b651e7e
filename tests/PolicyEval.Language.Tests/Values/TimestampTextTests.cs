using System.Globalization;
using CsCheck;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

public sealed class TimestampTextTests
{
    private static readonly Gen<CelTimestamp> Any = Gen.Select(
        Gen.Long[CelTimestamp.MinSeconds, CelTimestamp.MaxSeconds], Gen.Int[0, 999_999_999],
        (seconds, nanoseconds) => new CelTimestamp(seconds, nanoseconds));

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", 0L, 0)]
    [InlineData("1969-12-31T23:59:59.999999999Z", -1L, 999_999_999)]
    [InlineData("0001-01-01T00:00:00Z", CelTimestamp.MinSeconds, 0)]
    [InlineData("9999-12-31T23:59:59.999999999Z", CelTimestamp.MaxSeconds, 999_999_999)]
    [InlineData("2000-02-29T00:00:00+00:00", 951_782_400L, 0)]
    [InlineData("1970-01-01T02:30:00+02:30", 0L, 0)]
    [InlineData("1969-12-31T23:00:00-01:00", 0L, 0)]
    [InlineData("1970-01-01t00:00:00.5z", 0L, 500_000_000)]
    public void Text_becomes_a_time(string text, long seconds, int nanoseconds)
    {
        Assert.True(TimestampText.TryParse(text, out var time, out _));
        Assert.Equal(new CelTimestamp(seconds, nanoseconds), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-01-01")]
    [InlineData("2024-01-01T00:00:00")]
    [InlineData("2024-01-01 00:00:00Z")]
    [InlineData("2024-1-01T00:00:00Z")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("1900-02-29T00:00:00Z")]
    [InlineData("2024-04-31T00:00:00Z")]
    [InlineData("2024-13-01T00:00:00Z")]
    [InlineData("2024-00-01T00:00:00Z")]
    [InlineData("2024-01-00T00:00:00Z")]
    [InlineData("2024-01-01T24:00:00Z")]
    [InlineData("2024-01-01T00:60:00Z")]
    [InlineData("2016-12-31T23:59:60Z")]
    [InlineData("2024-01-01T00:00:00.Z")]
    [InlineData("2024-01-01T00:00:00.1234567891Z")]
    [InlineData("2024-01-01T00:00:00+2:00")]
    [InlineData("2024-01-01T00:00:00+24:00")]
    [InlineData("2024-01-01T00:00:00+0200")]
    [InlineData("2024-01-01T00:00:0\0Z")]
    [InlineData("２024-01-01T00:00:00Z")]
    [InlineData("2024-01-01T00:00:00Z ")]
    [InlineData("0000-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    public void Other_text_is_refused_with_a_message(string text)
    {
        Assert.False(TimestampText.TryParse(text, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void A_time_reads_back_as_it_was_written() =>
        Any.Sample(time => TimestampText.TryParse(TimestampText.Format(time), out var back, out _) && back == time);

    [Fact]
    public void The_calendar_agrees_with_that_of_NET() =>
        Any.Sample(time =>
        {
            var ticks = DateTime.UnixEpoch.AddTicks(time.Seconds * TimeSpan.TicksPerSecond);
            var local = LocalTime.At(time, 0);
            return TimestampText.Format(time with { Nanoseconds = 0 })
                    == ticks.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                && local.DayOfWeek == (int)ticks.DayOfWeek
                && local.Date.DayOfYear == ticks.DayOfYear;
        });

    [Fact]
    public void Offsets_agree_with_those_of_NET() =>
        Gen.Select(Gen.DateTimeOffset, Gen.Int[-14 * 60, 14 * 60]).Sample((time, minutes) =>
        {
            if (time.UtcDateTime.Year is < 2 or > 9998)
                return true;
            var local = time.ToOffset(TimeSpan.FromMinutes(minutes));
            var text = local.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);
            return TimestampText.TryParse(text, out var parsed, out _)
                && parsed.Seconds == time.ToUnixTimeSeconds()
                && parsed.Nanoseconds == (int)(time.UtcTicks % TimeSpan.TicksPerSecond * 100);
        });
}
