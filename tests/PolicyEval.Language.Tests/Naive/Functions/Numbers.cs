using System.Numerics;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>The functions of <c>math</c>.</summary>
internal static class Numbers
{
    public static IEnumerable<(string, Func<object[], object>)> All { get; } =
    [
        ("math.greatest", a => Extreme(a, order => order > 0)),
        ("math.least", a => Extreme(a, order => order < 0)),
        ("math.ceil", a => a is [double number] ? Math.Ceiling(number) : Fault.NoOverload),
        ("math.floor", a => a is [double number] ? Math.Floor(number) : Fault.NoOverload),
        ("math.trunc", a => a is [double number] ? Math.Truncate(number) : Fault.NoOverload),
        ("math.round", a => a is [double number] ? Round(number) : Fault.NoOverload),
        ("math.isNaN", a => a is [double number] ? double.IsNaN(number) : Fault.NoOverload),
        ("math.isInf", a => a is [double number] ? double.IsInfinity(number) : Fault.NoOverload),
        ("math.isFinite", a => a is [double number] ? double.IsFinite(number) : Fault.NoOverload),
        ("math.abs", a => a switch
        {
            [long number] => Arithmetic.Int(BigInteger.Abs(number)),
            [ulong] => a[0],
            [double number] => double.IsNegative(number) ? -number : number,
            _ => Fault.NoOverload,
        }),
        ("math.sign", a => a switch
        {
            [long number] => (long)Math.Sign(number),
            [ulong number] => number == 0 ? 0UL : 1UL,
            [double number] => number > 0 ? 1.0 : number < 0 ? -1.0 : double.IsNaN(number) ? number : 0.0,
            _ => Fault.NoOverload,
        }),
        ("math.sqrt", a => a is [long or ulong or double]
            ? Math.Sqrt((double)Conversions.ToDouble(a[0]))
            : Fault.NoOverload),
        ("math.bitAnd", a => Bits(a, (l, r) => l & r)),
        ("math.bitOr", a => Bits(a, (l, r) => l | r)),
        ("math.bitXor", a => Bits(a, (l, r) => l ^ r)),
        ("math.bitNot", a => a switch
        {
            [long number] => -1 - number,
            [ulong number] => ulong.MaxValue - number,
            _ => Fault.NoOverload,
        }),
        ("math.bitShiftLeft", a => Shift(a, (number, count) => number << count)),
        ("math.bitShiftRight", a => Shift(a, (number, count) => number >> count)),
    ];

    private static double Round(double number)
    {
        var whole = Math.Truncate(number);
        return Math.Abs(number - whole) >= 0.5 ? whole + Math.Sign(number) : whole;
    }

    /// <summary>The first number that no other one goes before.</summary>
    private static object Extreme(object[] arguments, Func<int, bool> isBetter)
    {
        var numbers = arguments is [object[] list] ? list : arguments;
        if (numbers.Length == 0 || numbers.Any(n => n is not (long or ulong or double)))
            return Fault.NoOverload;
        var best = numbers[0];
        foreach (var number in numbers.Skip(1))
        {
            if (Comparison.OfNumbers(number, best) is not { } order)
                return new Fault("NaN has no order");
            if (isBetter(order))
                best = number;
        }

        return best;
    }

    private static object Bits(object[] arguments, Func<BigInteger, BigInteger, BigInteger> operation) =>
        arguments switch
        {
            [long l, long r] => (long)operation(l, r),
            [ulong l, ulong r] => (ulong)operation(l, r),
            _ => Fault.NoOverload,
        };

    /// <summary>A shift of the 64 bits; the sign is a bit as the others are.</summary>
    private static object Shift(object[] arguments, Func<BigInteger, int, BigInteger> shift)
    {
        if (arguments is not [long or ulong, long count])
            return Fault.NoOverload;
        if (count < 0)
            return Fault.OutOfRange;
        BigInteger bits = arguments[0] is long signed ? unchecked((ulong)signed) : (ulong)arguments[0];
        var shifted = (ulong)(shift(bits, (int)Math.Min(count, 64)) & ulong.MaxValue);
        return arguments[0] is long ? unchecked((long)shifted) : shifted;
    }
}
