using System.Globalization;
using System.Text.RegularExpressions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Doubles as text.</summary>
internal static partial class Doubles
{
    public static object Parse(string text)
    {
        if (text.Equals("nan", StringComparison.OrdinalIgnoreCase))
            return double.NaN;
        if (Infinity().IsMatch(text))
            return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        if (!Number().IsMatch(text))
            return new Fault("no double");
        var value = double.Parse(text, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : Fault.OutOfRange;
    }

    /// <summary>
    /// The shortest digits that read back as the same double; with an exponent below 1e-4 and from 1e21 on.
    /// </summary>
    public static string Format(double value)
    {
        if (!double.IsFinite(value) || value == 0)
            return Plain(value);
        var (sign, digits, exponent) = Shortest(value);
        if (exponent is >= -4 and < 21)
            return Plain(value);
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>The same digits without an exponent, however many zeros that takes.</summary>
    public static string Plain(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";
        if (value == 0)
            return double.IsNegative(value) ? "-0" : "0";
        var (sign, digits, exponent) = Shortest(value);
        if (exponent < 0)
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        var whole = digits.PadRight(exponent + 1, '0');
        return sign + whole[..(exponent + 1)] + (whole.Length > exponent + 1 ? "." + whole[(exponent + 1)..] : "");
    }

    /// <summary>Sign, digits without zeros at the ends, and the exponent of the first digit.</summary>
    private static (string Sign, string Digits, int Exponent) Shortest(double value)
    {
        // Enough digits to read it back are 17; fewer may do.
        for (var count = 1; ; count++)
        {
            var text = Math.Abs(value).ToString($"E{count - 1}", CultureInfo.InvariantCulture);
            if (count < 17 && double.Parse(text, CultureInfo.InvariantCulture) != Math.Abs(value))
                continue;
            var parts = text.Split('E');
            var digits = parts[0].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
            return (value < 0 ? "-" : "", digits, int.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex("^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(e[+-]?[0-9]+)?\\z", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex("^[+-]?inf(inity)?\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Infinity();
}
