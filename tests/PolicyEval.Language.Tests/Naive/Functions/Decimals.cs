using System.Globalization;
using System.Numerics;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Finite numbers as decimals, exact before they are rounded, halves to the even digit.</summary>
internal static class Decimals
{
    /// <summary><c>[-]ddd.ddd</c> with so many digits behind the point.</summary>
    public static string Fixed(object value, int precision)
    {
        var (isNegative, digits, scale) = Exact(value);
        var rounded = Round(digits, scale - precision).ToString(CultureInfo.InvariantCulture)
            .PadLeft(precision + 1, '0');
        var point = rounded.Length - precision;
        return (isNegative ? "-" : "") + rounded[..point] + (precision == 0 ? "" : "." + rounded[point..]);
    }

    /// <summary><c>[-]d.ddde±dd</c> with so many digits behind the point.</summary>
    public static string Scientific(object value, int precision)
    {
        var (isNegative, digits, scale) = Exact(value);
        var length = digits.ToString(CultureInfo.InvariantCulture).Length;
        var exponent = digits.IsZero ? 0 : length - 1 - scale;
        var rounded = Round(digits, length - 1 - precision);
        if (digits.IsZero)
            rounded = 0;
        var text = rounded.ToString(CultureInfo.InvariantCulture).PadRight(precision + 1, '0');

        // 9.99 may have become 10.0.
        if (text.Length > precision + 1)
            exponent++;
        return (isNegative ? "-" : "") + text[0] + (precision == 0 ? "" : "." + text[1..(precision + 1)])
            + $"e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>A number as an integer over a power of ten.</summary>
    private static (bool IsNegative, BigInteger Digits, int Scale) Exact(object value)
    {
        if (value is not double number)
        {
            var integer = value is long signed ? signed : (BigInteger)(ulong)value;
            return (integer < 0, BigInteger.Abs(integer), 0);
        }

        // A double is a whole number over a power of two; halves are fives over tens.
        var (magnitude, scale) = (Math.Abs(number), 0);
        while (!double.IsInteger(magnitude))
        {
            magnitude *= 2;
            scale++;
        }

        return (double.IsNegative(number), new BigInteger(magnitude) * BigInteger.Pow(5, scale), scale);
    }

    /// <summary>Takes away so many digits at the end, or adds zeros.</summary>
    private static BigInteger Round(BigInteger digits, int count)
    {
        if (count <= 0)
            return digits * BigInteger.Pow(10, -count);
        var unit = BigInteger.Pow(10, count);
        var (whole, rest) = BigInteger.DivRem(digits, unit);
        var order = (rest * 2).CompareTo(unit);
        return order > 0 || (order == 0 && !whole.IsEven) ? whole + 1 : whole;
    }
}
