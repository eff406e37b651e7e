using CsCheck;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

public sealed class DoubleTextTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1.0, "1")]
    [InlineData(-987.654, "-987.654")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(6.02214e23, "6.02214e+23")]
    [InlineData(-5.43e-21, "-5.43e-21")]
    [InlineData(double.Epsilon, "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_double_is_written_with_the_fewest_digits(double value, string text) =>
        Assert.Equal(text, DoubleText.Format(value));

    [Fact]
    public void A_double_reads_back_as_it_was_written() =>
        Gen.Double.Sample(value =>
            DoubleText.TryParse(DoubleText.Format(value), out var back)
            && BitConverter.DoubleToInt64Bits(back) == BitConverter.DoubleToInt64Bits(value));

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,000")]
    [InlineData("1e")]
    [InlineData("0x1")]
    [InlineData("1e999")]
    [InlineData("1\0")]
    [InlineData("-nan")]
    public void Other_text_is_refused(string text) => Assert.False(DoubleText.TryParse(text, out _));

    [Theory]
    [InlineData("+Inf", double.PositiveInfinity)]
    [InlineData("-infinity", double.NegativeInfinity)]
    [InlineData("nan", double.NaN)]
    [InlineData("1e-400", 0.0)]
    public void Special_values_are_read(string text, double value) =>
        Assert.True(DoubleText.TryParse(text, out var parsed) && parsed.Equals(value));
}
