using System.Numerics;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>The operators <c>+ - * / %</c> and unary <c>-</c>: exact numbers, and then whether they fit.</summary>
internal static class Arithmetic
{
    public static object Int(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? (long)value : Fault.OutOfRange;

    public static object Uint(BigInteger value) =>
        value >= 0 && value <= ulong.MaxValue ? (ulong)value : Fault.OutOfRange;

    public static object Add(object left, object right) => (left, right) switch
    {
        (long l, long r) => Int((BigInteger)l + r),
        (ulong l, ulong r) => Uint((BigInteger)l + r),
        (double l, double r) => l + r,
        (NaiveText l, NaiveText r) => l.With(r),
        (byte[] l, byte[] r) => (byte[])[.. l, .. r],
        (object[] l, object[] r) => (object[])[.. l, .. r],
        (NaiveSpan l, NaiveSpan r) => NaiveSpan.Of(l.Nanoseconds + r.Nanoseconds),
        (NaiveTime l, NaiveSpan r) => NaiveTime.Of(l.Nanoseconds + r.Nanoseconds),
        (NaiveSpan l, NaiveTime r) => NaiveTime.Of(l.Nanoseconds + r.Nanoseconds),
        _ => Fault.NoOverload,
    };

    public static object Subtract(object left, object right) => (left, right) switch
    {
        (long l, long r) => Int((BigInteger)l - r),
        (ulong l, ulong r) => Uint((BigInteger)l - r),
        (double l, double r) => l - r,
        (NaiveSpan l, NaiveSpan r) => NaiveSpan.Of(l.Nanoseconds - r.Nanoseconds),
        (NaiveTime l, NaiveSpan r) => NaiveTime.Of(l.Nanoseconds - r.Nanoseconds),
        (NaiveTime l, NaiveTime r) => NaiveSpan.Of(l.Nanoseconds - r.Nanoseconds),
        _ => Fault.NoOverload,
    };

    public static object Multiply(object left, object right) => (left, right) switch
    {
        (long l, long r) => Int((BigInteger)l * r),
        (ulong l, ulong r) => Uint((BigInteger)l * r),
        (double l, double r) => l * r,
        _ => Fault.NoOverload,
    };

    public static object Divide(object left, object right) => (left, right) switch
    {
        (long, 0L) or (ulong, 0UL) => new Fault("division by zero"),
        (long l, long r) => Int(BigInteger.Divide(l, r)),
        (ulong l, ulong r) => Uint(BigInteger.Divide(l, r)),
        (double l, double r) => l / r,
        _ => Fault.NoOverload,
    };

    public static object Modulo(object left, object right) => (left, right) switch
    {
        (long, 0L) or (ulong, 0UL) => new Fault("modulus by zero"),

        // The quotient overflows, so there is no remainder either.
        (long.MinValue, -1L) => Fault.OutOfRange,
        (long l, long r) => Int(BigInteger.Remainder(l, r)),
        (ulong l, ulong r) => Uint(BigInteger.Remainder(l, r)),
        _ => Fault.NoOverload,
    };

    public static object Negate(object value) => value switch
    {
        long number => Int(-(BigInteger)number),
        double number => -number,
        _ => Fault.NoOverload,
    };
}
