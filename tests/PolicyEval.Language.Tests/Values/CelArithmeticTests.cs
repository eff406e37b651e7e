using CsCheck;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

public sealed class CelArithmeticTests
{
    private static readonly Int128 IntMin = long.MinValue;
    private static readonly Int128 IntMax = long.MaxValue;

    private static readonly Gen<long> Edge = Gen.OneOf(
        Gen.Long, Gen.OneOf(long.MinValue, long.MinValue + 1, -1, 0, 1, 2, long.MaxValue - 1, long.MaxValue));

    [Fact]
    public void Int_arithmetic_is_exact_or_an_error() =>
        Gen.Select(Edge, Edge).Sample((a, b) =>
        {
            var (left, right) = (CelValue.Of(a), CelValue.Of(b));
            AssertInt((Int128)a + b, CelArithmetic.Add(left, right));
            AssertInt((Int128)a - b, CelArithmetic.Subtract(left, right));
            AssertInt((Int128)a * b, CelArithmetic.Multiply(left, right));
            AssertInt(-(Int128)a, CelArithmetic.Negate(left));
            if (b != 0)
                AssertInt((Int128)a / b, CelArithmetic.Divide(left, right));
        });

    [Fact]
    public void Uint_arithmetic_is_exact_or_an_error() =>
        Gen.Select(Gen.ULong, Gen.ULong).Sample((a, b) =>
        {
            var (left, right) = (CelValue.Of(a), CelValue.Of(b));
            AssertUint((Int128)a + b, CelArithmetic.Add(left, right));
            AssertUint((Int128)a - b, CelArithmetic.Subtract(left, right));
            Assert.Equal((UInt128)a * b <= ulong.MaxValue, CelArithmetic.Multiply(left, right).IsValue);
        });

    [Fact]
    public void Integer_division_by_zero_is_an_error_and_double_division_is_not()
    {
        Assert.Equal("division by zero", CelArithmetic.Divide(CelValue.Of(1L), CelValue.Of(0L)).AsError.Message);
        Assert.Equal("modulus by zero", CelArithmetic.Modulo(CelValue.Of(1UL), CelValue.Of(0UL)).AsError.Message);
        Assert.Equal(CelKind.Error, CelArithmetic.Modulo(CelValue.Of(long.MinValue), CelValue.Of(-1L)).Kind);
        Assert.Equal(double.PositiveInfinity, CelArithmetic.Divide(CelValue.Of(1.0), CelValue.Of(0.0)).AsDouble);
        Assert.Equal(-1, CelArithmetic.Modulo(CelValue.Of(-43L), CelValue.Of(42L)).AsInt);
    }

    [Fact]
    public void Mixed_operands_have_no_overload()
    {
        Assert.Equal(CelKind.Error, CelArithmetic.Add(CelValue.Of(1L), CelValue.Of(1UL)).Kind);
        Assert.Equal(CelKind.Error, CelArithmetic.Add(CelValue.Of("a"), CelValue.Of(1L)).Kind);
        Assert.Equal(CelKind.Error, CelArithmetic.Negate(CelValue.Of(42UL)).Kind);
        Assert.Equal("no such overload: _*_(string, null_type)",
            CelArithmetic.Multiply(CelValue.Of("a"), CelValue.Null).AsError.Message);
    }

    [Theory]
    [InlineData(CelTimestamp.MaxSeconds, 999_999_999, 1L, false)]
    [InlineData(CelTimestamp.MaxSeconds, 999_999_998, 1L, true)]
    [InlineData(CelTimestamp.MinSeconds, 0, -1L, false)]
    [InlineData(CelTimestamp.MinSeconds, 1, -1L, true)]
    public void Timestamps_stay_in_years_1_to_9999(long seconds, int nanoseconds, long move, bool isInRange)
    {
        var time = CelValue.Of(new CelTimestamp(seconds, nanoseconds));
        Assert.Equal(isInRange, CelArithmetic.Add(time, CelValue.Of(new CelDuration(move))).IsValue);
        Assert.Equal(isInRange, CelArithmetic.Subtract(time, CelValue.Of(new CelDuration(-move))).IsValue);
    }

    [Fact]
    public void Times_before_1970_borrow_a_second()
    {
        var moved = CelArithmetic.Subtract(CelValue.Of(new CelTimestamp(0, 0)), CelValue.Of(new CelDuration(1)));
        Assert.Equal(new CelTimestamp(-1, 999_999_999), moved.AsTimestamp);
    }

    [Fact]
    public void A_span_of_more_than_290_years_is_an_error()
    {
        var first = CelValue.Of(new CelTimestamp(CelTimestamp.MinSeconds, 0));
        var last = CelValue.Of(new CelTimestamp(CelTimestamp.MaxSeconds, 0));
        Assert.Equal(CelKind.Error, CelArithmetic.Subtract(last, first).Kind);
        var longest = CelValue.Of(new CelDuration(long.MaxValue));
        Assert.Equal(CelKind.Error, CelArithmetic.Add(longest, CelValue.Of(new CelDuration(1))).Kind);
    }

    [Fact]
    public void Strings_and_lists_stop_growing_at_the_limit()
    {
        var half = CelValue.Of(new string('a', (CelLimits.StringLength / 2) + 1));
        Assert.Equal(CelKind.Error, CelArithmetic.Add(half, half).Kind);
        var list = CelValue.Of(CelList.From(new CelValue[(CelLimits.ListCount / 2) + 1]));
        Assert.Equal(CelKind.Error, CelArithmetic.Add(list, list).Kind);
        Assert.Equal("ab", CelArithmetic.Add(CelValue.Of("a"), CelValue.Of("b")).AsString);
    }

    private static void AssertInt(Int128 expected, CelValue actual)
    {
        if (expected >= IntMin && expected <= IntMax)
            Assert.Equal((CelKind.Int, (long)expected), (actual.Kind, actual.AsInt));
        else
            Assert.Equal("integer overflow", actual.AsError.Message);
    }

    private static void AssertUint(Int128 expected, CelValue actual)
    {
        if (expected >= 0 && expected <= ulong.MaxValue)
            Assert.Equal((CelKind.Uint, (ulong)expected), (actual.Kind, actual.AsUint));
        else
            Assert.Equal("integer overflow", actual.AsError.Message);
    }
}
