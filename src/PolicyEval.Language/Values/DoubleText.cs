using System.Globalization;
using System.Text;

namespace PolicyEval.Language.Values;

/// <summary>Doubles as text: the shortest digits that read back as the same double.</summary>
public static class DoubleText
{
    // CEL leaves the form open. Plain as far as a reader can count the digits; beyond that as C writes an exponent.
    private const int SmallestPlainExponent = -4;
    private const int PlainDigits = 21;

    /// <summary>
    /// The text of <c>string(double)</c>: <c>1.5</c>, <c>1</c>, <c>-0</c>, <c>1e+21</c>, <c>NaN</c>,
    /// <c>Infinity</c>, <c>-Infinity</c>.
    /// </summary>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        if (value == 0)
            return double.IsNegative(value) ? "-0" : "0";

        return Arrange(value.ToString("R", CultureInfo.InvariantCulture), isPlain: false);
    }

    /// <summary>The same, never with an exponent: what <c>%s</c> and <c>%d</c> of <c>format</c> show.</summary>
    public static string FormatPlain(double value) =>
        double.IsFinite(value) && value != 0
            ? Arrange(value.ToString("R", CultureInfo.InvariantCulture), isPlain: true)
            : Format(value);

    /// <summary>
    /// Reads the text of <c>double(string)</c>: decimal digits with sign, fraction and exponent, or NaN, Inf and
    /// Infinity in any case. False for anything else, blanks and numbers beyond the range of double among it.
    /// </summary>
    public static bool TryParse(string text, out double value)
    {
        var unsigned = text.AsSpan(text.StartsWith('-') || text.StartsWith('+') ? 1 : 0);
        if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        if (text.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NaN;
            return true;
        }

        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value)
            && !text.EndsWith('\0');
    }

    private static string Arrange(ReadOnlySpan<char> number, bool isPlain)
    {
        var text = new StringBuilder();
        if (number[0] == '-')
        {
            text.Append('-');
            number = number[1..];
        }

        var exponentAt = number.IndexOf('E');
        var exponent = exponentAt < 0
            ? 0
            : int.Parse(number[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? number : number[..exponentAt];
        var pointAt = mantissa.IndexOf('.');
        var point = (pointAt < 0 ? mantissa.Length : pointAt) + exponent;
        var allDigits = mantissa.ToString().Replace(".", "", StringComparison.Ordinal);
        var digits = allDigits.TrimStart('0');
        point -= allDigits.Length - digits.Length;
        digits = digits.TrimEnd('0');

        return !isPlain && (point - 1 < SmallestPlainExponent || point > PlainDigits)
            ? Scientific(digits, point - 1, text)
            : Plain(digits, point, text);
    }

    private static string Scientific(string digits, int exponent, StringBuilder text)
    {
        text.Append(digits[0]);
        if (digits.Length > 1)
            text.Append('.').Append(digits, 1, digits.Length - 1);
        text.Append('e').Append(exponent < 0 ? '-' : '+');
        return text.Append(CultureInfo.InvariantCulture, $"{Math.Abs(exponent):00}").ToString();
    }

    private static string Plain(string digits, int point, StringBuilder text)
    {
        if (point <= 0)
            return text.Append("0.").Append('0', -point).Append(digits).ToString();
        if (point >= digits.Length)
            return text.Append(digits).Append('0', point - digits.Length).ToString();
        return text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point).ToString();
    }
}
