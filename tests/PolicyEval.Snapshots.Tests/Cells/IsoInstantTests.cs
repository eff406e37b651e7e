using System.Globalization;
using System.Text;
using CsCheck;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Tests.Cells;

public sealed class IsoInstantTests
{
    [Theory]
    [InlineData("2022-04-17T14:59:38+00:00", "2022-04-17T14:59:38.0000000")]
    [InlineData("2022-04-17T14:59:38Z", "2022-04-17T14:59:38.0000000")]
    [InlineData("2022-04-17t14:59:38z", "2022-04-17T14:59:38.0000000")]
    [InlineData("2022-04-17T14:59Z", "2022-04-17T14:59:00.0000000")]
    [InlineData("2022-04-17T01:00:00+05:30", "2022-04-16T19:30:00.0000000")]
    [InlineData("2022-04-17T01:00:00+0530", "2022-04-16T19:30:00.0000000")]
    [InlineData("2022-04-17T23:00:00-02:00", "2022-04-18T01:00:00.0000000")]
    [InlineData("2022-04-17T14:59:38.5Z", "2022-04-17T14:59:38.5000000")]
    [InlineData("2022-04-17T14:59:38,123456789Z", "2022-04-17T14:59:38.1234567")]
    [InlineData("2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00.0000000")]
    [InlineData("2000-02-29T00:00:00Z", "2000-02-29T00:00:00.0000000")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.0000000")]
    public void Instants_are_read_in_UTC(string text, string expected)
    {
        Assert.True(IsoInstant.TryParse(Encoding.UTF8.GetBytes(text), out var instant));
        Assert.Equal(TimeSpan.Zero, instant.Offset);
        Assert.Equal(
            expected, instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2022-04-17")]
    [InlineData("2022-04-17T14:59:38")]
    [InlineData("2022-04-17 14:59:38Z")]
    [InlineData("2022-04-17T14:59:38Z ")]
    [InlineData(" 2022-04-17T14:59:38Z")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("1900-02-29T00:00:00Z")]
    [InlineData("2023-02-30T00:00:00+00:00")]
    [InlineData("2023-13-01T00:00:00Z")]
    [InlineData("2023-00-01T00:00:00Z")]
    [InlineData("2023-01-00T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2023-01-01T24:00:00Z")]
    [InlineData("2023-01-01T00:60:00Z")]
    [InlineData("2023-01-01T00:00:60Z")]
    [InlineData("2023-01-01T00:00:00.Z")]
    [InlineData("2023-01-01T00:00:00+5:30")]
    [InlineData("2023-01-01T00:00:00+24:00")]
    [InlineData("2023-01-01T00:00:00+05:60")]
    [InlineData("2023-01-01T00:00:00+05:3")]
    [InlineData("2023-01-01T00:00:00+05")]
    [InlineData("2023-01-01T00:00:00+05:")]
    [InlineData("2023-01-01T00:00:00+05:300")]
    [InlineData("20230101T000000Z")]
    [InlineData("2023-1-1T00:00:00Z")]
    [InlineData("٢٠٢٣-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("2023-01-01T00:00:00.00000000000000000000000000000000000000000000000000000Z")]
    public void What_is_no_instant_is_refused(string text) =>
        Assert.False(IsoInstant.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Any_instant_and_offset_is_read_as_the_framework_reads_it() =>
        Gen.Select(Gen.DateTime, Gen.Int[-14 * 60, 14 * 60]).Sample(
            (time, offset) =>
            {
                var utc = new DateTime(time.Ticks, DateTimeKind.Unspecified);
                if (utc.Year is 1 or 9999)
                    return;
                var local = new DateTimeOffset(utc, TimeSpan.FromMinutes(offset));
                var text = local.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

                Assert.True(IsoInstant.TryParse(Encoding.UTF8.GetBytes(text), out var read), text);
                Assert.Equal(local.UtcTicks, read.UtcTicks);
            },
            iter: 2000);

    [Fact]
    public void Any_text_is_read_or_refused_without_an_exception() =>
        Gen.String[Gen.Char["0123456789-:T+.Zz ,"], 0, 40].Sample(
            text =>
            {
                var isInstant = IsoInstant.TryParse(Encoding.UTF8.GetBytes(text), out var read);
                return isInstant ? text.Length >= 17 && read.Offset == TimeSpan.Zero : read == default;
            },
            iter: 5000);
}
