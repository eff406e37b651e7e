using System.Globalization;
using System.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library;

/// <summary>
/// What the conversion functions do (CEL language definition, "Standard Definitions"). Each takes any value and
/// answers with an error where there is no conversion.
/// </summary>
internal static class Conversions
{
    // The ranges are open at both ends: the doubles 2^63 and -2^63 convert to no int (conformance: conversions).
    private const double IntEnd = 9223372036854775808.0;
    private const double UintEnd = 18446744073709551616.0;

    public static CelValue ToInt(CelValue value) => value.Kind switch
    {
        CelKind.Int => value,
        CelKind.Uint => value.AsUint <= long.MaxValue ? CelValue.Of((long)value.AsUint) : Range("int"),
        CelKind.Double => value.AsDouble is > -IntEnd and < IntEnd ? CelValue.Of((long)value.AsDouble) : Range("int"),
        CelKind.String => long.TryParse(
            value.AsString, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && !value.AsString.EndsWith('\0')
                    ? CelValue.Of(number)
                    : NotA("an int", value),
        CelKind.Timestamp => CelValue.Of(value.AsTimestamp.Seconds),
        _ => CelErrors.NoOverload("int", value),
    };

    public static CelValue ToUint(CelValue value) => value.Kind switch
    {
        CelKind.Uint => value,
        CelKind.Int => value.AsInt >= 0 ? CelValue.Of((ulong)value.AsInt) : Range("uint"),
        CelKind.Double => value.AsDouble is >= 0 and < UintEnd ? CelValue.Of((ulong)value.AsDouble) : Range("uint"),
        CelKind.String => ulong.TryParse(
            value.AsString, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && !value.AsString.EndsWith('\0')
                    ? CelValue.Of(number)
                    : NotA("a uint", value),
        _ => CelErrors.NoOverload("uint", value),
    };

    public static CelValue ToDouble(CelValue value) => value.Kind switch
    {
        CelKind.Double => value,
        CelKind.Int => CelValue.Of((double)value.AsInt),
        CelKind.Uint => CelValue.Of((double)value.AsUint),
        CelKind.String => DoubleText.TryParse(value.AsString, out var number)
            ? CelValue.Of(number)
            : NotA("a double", value),
        _ => CelErrors.NoOverload("double", value),
    };

    public static CelValue ToBool(CelValue value) => value.Kind switch
    {
        CelKind.Bool => value,
        CelKind.String => value.AsString switch
        {
            "1" or "t" or "true" or "TRUE" or "True" => CelValue.True,
            "0" or "f" or "false" or "FALSE" or "False" => CelValue.False,
            _ => NotA("a bool", value),
        },
        _ => CelErrors.NoOverload("bool", value),
    };

    public static CelValue ToText(CelValue value) => value.Kind switch
    {
        CelKind.String => value,
        CelKind.Bool => CelValue.Of(value.AsBool ? "true" : "false"),
        CelKind.Int => CelValue.Of(value.AsInt.ToString(CultureInfo.InvariantCulture)),
        CelKind.Uint => CelValue.Of(value.AsUint.ToString(CultureInfo.InvariantCulture)),
        CelKind.Double => CelValue.Of(DoubleText.Format(value.AsDouble)),
        CelKind.Bytes => Decode(value.AsBytes),
        CelKind.Timestamp => CelValue.Of(TimestampText.Format(value.AsTimestamp)),
        CelKind.Duration => CelValue.Of(DurationText.Format(value.AsDuration)),
        _ => CelErrors.NoOverload("string", value),
    };

    public static CelValue ToBytes(CelValue value) => value.Kind switch
    {
        CelKind.Bytes => value,
        CelKind.String => CelValue.Of(Encoding.UTF8.GetBytes(value.AsString)),
        _ => CelErrors.NoOverload("bytes", value),
    };

    public static CelValue ToTimestamp(CelValue value) => value.Kind switch
    {
        CelKind.Timestamp => value,
        CelKind.Int => value.AsInt is >= CelTimestamp.MinSeconds and <= CelTimestamp.MaxSeconds
            ? CelValue.Of(new CelTimestamp(value.AsInt, 0))
            : CelErrors.TimestampRange,
        CelKind.String => TimestampText.TryParse(value.AsString, out var time, out var error)
            ? CelValue.Of(time)
            : CelValue.Error($"not a timestamp: {CelFormat.Display(value)}: {error}"),
        _ => CelErrors.NoOverload("timestamp", value),
    };

    public static CelValue ToDuration(CelValue value) => value.Kind switch
    {
        CelKind.Duration => value,
        CelKind.String => DurationText.TryParse(value.AsString, out var duration, out var error)
            ? CelValue.Of(duration)
            : CelValue.Error($"not a duration: {CelFormat.Display(value)}: {error}"),
        _ => CelErrors.NoOverload("duration", value),
    };

    public static CelValue ToType(CelValue value) => CelValue.Of(CelTypes.Of(value));

    private static CelValue Decode(byte[] bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            return CelValue.Error("bytes are not valid UTF-8");
        return CelValue.Of(Encoding.UTF8.GetString(bytes));
    }

    private static CelValue Range(string type) => CelValue.Error($"out of the range of {type}");

    private static CelValue NotA(string what, CelValue value) =>
        CelValue.Error($"not {what}: {CelFormat.Display(value)}");
}
