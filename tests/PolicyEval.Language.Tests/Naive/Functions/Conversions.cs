using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>The conversions between types.</summary>
internal static partial class Conversions
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    public static object ToInt(object value) => value switch
    {
        long => value,
        ulong number => Arithmetic.Int(number),

        // The ends of the range are not in it: as doubles they stand for numbers beyond it too.
        double number when number is > -9223372036854775808.0 and < 9223372036854775808.0 => (long)number,
        NaiveText text when Digits().IsMatch(text.ToString()) => Arithmetic.Int(Parsed(text)),
        NaiveTime time => (long)BigInteger.Divide(time.Nanoseconds - Modulo(time.Nanoseconds), NaiveSpan.Second),
        _ => Fault.NoOverload,
    };

    public static object ToUint(object value) => value switch
    {
        ulong => value,
        long number => Arithmetic.Uint(number),
        double number when number is >= 0.0 and < 18446744073709551616.0 => (ulong)Math.Truncate(number),
        NaiveText text when Digits().IsMatch(text.ToString()) && text.Points[0] != '-' => Arithmetic.Uint(Parsed(text)),
        _ => Fault.NoOverload,
    };

    public static object ToDouble(object value) => value switch
    {
        double => value,
        long number => (double)number,
        ulong number => (double)number,
        NaiveText text => Doubles.Parse(text.ToString()),
        _ => Fault.NoOverload,
    };

    public static object ToBool(object value) => value switch
    {
        bool => value,
        NaiveText text => text.ToString() switch
        {
            "1" or "t" or "true" or "TRUE" or "True" => true,
            "0" or "f" or "false" or "FALSE" or "False" => false,
            _ => new Fault("no bool"),
        },
        _ => Fault.NoOverload,
    };

    public static object ToText(object value) => value switch
    {
        NaiveText => value,
        bool truth => NaiveText.Of(truth ? "true" : "false"),
        long number => NaiveText.Of(number.ToString(CultureInfo.InvariantCulture)),
        ulong number => NaiveText.Of(number.ToString(CultureInfo.InvariantCulture)),
        double number => NaiveText.Of(Doubles.Format(number)),
        byte[] bytes => Decoded(bytes),
        NaiveTime time => NaiveText.Of(TimeText.Format(time)),
        NaiveSpan span => NaiveText.Of(SpanText.Format(span)),
        NaiveAddress address => NaiveText.Of(AddressText.Format(address)),
        NaiveRange range => NaiveText.Of(AddressText.Format(range)),
        _ => Fault.NoOverload,
    };

    public static object ToBytes(object value) => value switch
    {
        byte[] => value,
        NaiveText text => Utf8.GetBytes(text.ToString()),
        _ => Fault.NoOverload,
    };

    public static object ToTimestamp(object value) => value switch
    {
        NaiveTime => value,
        long seconds => NaiveTime.Of(seconds * NaiveSpan.Second),
        NaiveText text => TimeText.Parse(text.ToString()),
        _ => Fault.NoOverload,
    };

    public static object ToDuration(object value) => value switch
    {
        NaiveSpan => value,
        NaiveText text => SpanText.Parse(text.ToString()),
        _ => Fault.NoOverload,
    };

    private static BigInteger Parsed(NaiveText text) =>
        BigInteger.Parse(text.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>The part of a second, also before 1970: seconds are rounded down.</summary>
    private static BigInteger Modulo(BigInteger nanoseconds) =>
        ((nanoseconds % NaiveSpan.Second) + NaiveSpan.Second) % NaiveSpan.Second;

    private static object Decoded(byte[] bytes)
    {
        try
        {
            return NaiveText.Of(Utf8.GetString(bytes));
        }
        catch (ArgumentException)
        {
            return new Fault("no UTF-8");
        }
    }

    [GeneratedRegex("^-?[0-9]+\\z")]
    private static partial Regex Digits();
}
