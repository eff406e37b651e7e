using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

public sealed class CelTimeZoneTests
{
    [Theory]
    [InlineData("UTC", 0)]
    [InlineData("+11:00", 39_600)]
    [InlineData("-02:30", -9_000)]
    [InlineData("02:00", 7_200)]
    [InlineData("-00:00", 0)]
    [InlineData("US/Central", -21_600)]
    [InlineData("America/St_Johns", -12_600)]
    [InlineData("Asia/Kathmandu", 20_700)]
    [InlineData("Etc/GMT+5", -18_000)]
    public void A_zone_is_so_far_ahead_of_UTC(string zone, int seconds)
    {
        Assert.True(CelTimeZone.TryGetOffset(zone, new CelTimestamp(1_234_567_890, 0), out var offset));
        Assert.Equal(seconds, offset);
    }

    [Theory]
    [InlineData(1_711_846_799, 3_600)]
    [InlineData(1_711_846_800, 7_200)]
    public void Daylight_saving_changes_the_offset_at_its_second(long seconds, int expected)
    {
        Assert.True(CelTimeZone.TryGetOffset("Europe/Zurich", new CelTimestamp(seconds, 0), out var offset));
        Assert.Equal(expected, offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mars/Olympus")]
    [InlineData("Z")]
    [InlineData("Local")]
    [InlineData("localtime")]
    [InlineData("right/Europe/Zurich")]
    [InlineData("../zoneinfo/UTC")]
    [InlineData("/etc/localtime")]
    [InlineData("+24:00")]
    [InlineData("+1:00")]
    public void Other_names_are_no_zone(string zone) =>
        Assert.False(CelTimeZone.TryGetOffset(zone, default, out _));

    [Fact]
    public void A_zone_may_carry_the_ends_of_time_into_year_0_and_10000()
    {
        Assert.Equal(0, LocalTime.At(new CelTimestamp(CelTimestamp.MinSeconds, 0), -3600).Date.Year);
        Assert.Equal(10_000, LocalTime.At(new CelTimestamp(CelTimestamp.MaxSeconds, 0), 3600).Date.Year);
        Assert.True(CelTimeZone.TryGetOffset("Europe/Zurich", new CelTimestamp(CelTimestamp.MinSeconds, 0), out _));
        Assert.True(CelTimeZone.TryGetOffset("Europe/Zurich", new CelTimestamp(CelTimestamp.MaxSeconds, 0), out _));
    }
}
