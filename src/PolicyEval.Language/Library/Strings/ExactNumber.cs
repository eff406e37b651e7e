using System.Globalization;
using System.Numerics;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Strings;

/// <summary>
/// A finite number as a sign and an exact fraction, so that it is rounded once, half to even, at any digit. .NET's own
/// formats round half away from zero.
/// </summary>
internal readonly struct ExactNumber
{
    private readonly bool _isNegative;
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private ExactNumber(bool isNegative, BigInteger numerator, BigInteger denominator)
    {
        _isNegative = isNegative;
        _numerator = numerator;
        _denominator = denominator;
    }

    /// <summary>The number of an int, a uint or a finite double.</summary>
    public static ExactNumber Of(CelValue value) => value.Kind switch
    {
        CelKind.Int => new(value.AsInt < 0, BigInteger.Abs(value.AsInt), BigInteger.One),
        CelKind.Uint => new(false, value.AsUint, BigInteger.One),
        _ => OfDouble(value.AsDouble),
    };

    /// <summary>As <c>[-]ddd.ddd</c> with so many digits behind the point; no point where there are none.</summary>
    public string Fixed(int precision)
    {
        var digits = Rounded(precision).ToString(CultureInfo.InvariantCulture).PadLeft(precision + 1, '0');
        return Signed(WithPoint(digits, digits.Length - precision));
    }

    /// <summary>As <c>[-]d.ddde±dd</c> with so many digits behind the point.</summary>
    public string Scientific(int precision)
    {
        if (_numerator.IsZero)
            return Signed(WithPoint(new string('0', precision + 1), 1) + "e+00");

        var exponent = Exponent();
        var digits = Rounded(precision - exponent).ToString(CultureInfo.InvariantCulture);

        // 9.99 rounded to one digit is 10: one digit too many, and the last one is a zero.
        if (digits.Length > precision + 1)
            (digits, exponent) = (digits[..^1], exponent + 1);
        var sign = exponent < 0 ? '-' : '+';
        return Signed(string.Create(
            CultureInfo.InvariantCulture, $"{WithPoint(digits, 1)}e{sign}{Math.Abs(exponent):00}"));
    }

    private static ExactNumber OfDouble(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        var biased = (int)((bits >> 52) & 0x7FF);
        var exponent = Math.Max(1, biased) - 1075;
        BigInteger mantissa = biased == 0 ? fraction : fraction | (1UL << 52);
        return exponent < 0
            ? new(double.IsNegative(value), mantissa, BigInteger.One << -exponent)
            : new(double.IsNegative(value), mantissa << exponent, BigInteger.One);
    }

    /// <summary>The magnitude times a power of ten as the nearest integer, half to even.</summary>
    private BigInteger Rounded(int power)
    {
        var numerator = power > 0 ? _numerator * BigInteger.Pow(10, power) : _numerator;
        var denominator = power < 0 ? _denominator * BigInteger.Pow(10, -power) : _denominator;
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var half = (rest << 1).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    /// <summary>The exponent of the first digit: the logarithm, and then exactly.</summary>
    private int Exponent()
    {
        var exponent = (int)Math.Floor(BigInteger.Log10(_numerator) - BigInteger.Log10(_denominator));
        while (CompareToPower(exponent + 1) >= 0)
            exponent++;
        while (CompareToPower(exponent) < 0)
            exponent--;
        return exponent;
    }

    private int CompareToPower(int exponent) => exponent < 0
        ? (_numerator * BigInteger.Pow(10, -exponent)).CompareTo(_denominator)
        : _numerator.CompareTo(_denominator * BigInteger.Pow(10, exponent));

    private string Signed(string text) => _isNegative ? "-" + text : text;

    private static string WithPoint(string digits, int point) =>
        point == digits.Length ? digits : digits.Insert(point, ".");
}
