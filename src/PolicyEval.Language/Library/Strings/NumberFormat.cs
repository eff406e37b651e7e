using System.Globalization;
using System.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Strings;

/// <summary>The clauses of numbers: <c>%d %f %e %b %o %x %X</c>.</summary>
internal static class NumberFormat
{
    /// <summary>The text of a value under a clause, or null where the clause does not take its type.</summary>
    public static string? Of(CelValue value, FormatPart clause) => clause.Verb switch
    {
        'd' => Decimal(value),
        'f' when NumberOrder.IsNumber(value.Kind) => NotFinite(value) ?? ExactNumber.Of(value).Fixed(clause.Precision),
        'e' when NumberOrder.IsNumber(value.Kind) =>
            NotFinite(value) ?? ExactNumber.Of(value).Scientific(clause.Precision),
        'b' when value.Kind == CelKind.Bool => value.AsBool ? "1" : "0",
        'b' => Integer(value, 1, ""),
        'o' => Integer(value, 3, ""),
        'x' => Hexadecimal(value),
        'X' => Hexadecimal(value)?.ToUpperInvariant(),
        _ => null,
    };

    private static string? Decimal(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
        CelKind.Uint => value.AsUint.ToString(CultureInfo.InvariantCulture),
        CelKind.Double => DoubleText.FormatPlain(value.AsDouble),
        _ => null,
    };

    private static string? NotFinite(CelValue value) =>
        value.Kind == CelKind.Double && !double.IsFinite(value.AsDouble) ? DoubleText.Format(value.AsDouble) : null;

    private static string? Hexadecimal(CelValue value) => value.Kind switch
    {
        CelKind.String => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value.AsString)),
        CelKind.Bytes => Convert.ToHexStringLower(value.AsBytes),
        _ => Integer(value, 4, ""),
    };

    /// <summary>An integer in a base that is a power of two: sign and magnitude.</summary>
    private static string? Integer(CelValue value, int bitsOfDigit, string digits)
    {
        if (value.Kind is not (CelKind.Int or CelKind.Uint))
            return null;

        var isNegative = value.Kind == CelKind.Int && value.AsInt < 0;
        var magnitude = isNegative ? 0 - value.AsUint : value.AsUint;
        do
        {
            digits = "0123456789abcdef"[(int)(magnitude & ((1u << bitsOfDigit) - 1))] + digits;
            magnitude >>= bitsOfDigit;
        }
        while (magnitude > 0);
        return isNegative ? "-" + digits : digits;
    }
}
