using System.Buffers;
using System.Globalization;

namespace PolicyEval.Language.Values;

/// <summary>Durations as text: decimal numbers with a unit each, such as <c>1h30m</c> or <c>-1.5s</c>.</summary>
public static class DurationText
{
    private const string Expected =
        "a duration is written as numbers with the units h, m, s, ms, us, ns, such as 2160h or 1h30m (there is no day)";

    private static readonly SearchValues<char> NumberStart = SearchValues.Create("0123456789.");

    // Digits beyond nanoseconds of an hour cannot change the result.
    private const int FractionDigits = 18;

    /// <summary>
    /// Reads a duration: a sign, then pairs of a decimal number and a unit, or <c>0</c>. Fractions of a nanosecond are
    /// cut off. Refused with a message: anything else, and more than an int of nanoseconds.
    /// </summary>
    public static bool TryParse(string text, out CelDuration duration, out string error)
    {
        duration = default;
        error = Expected;
        var negative = text.StartsWith('-');
        var rest = text.AsSpan(negative || text.StartsWith('+') ? 1 : 0);
        if (rest is "0")
            return true;
        if (rest.IsEmpty)
            return false;

        Int128 total = 0;
        while (!rest.IsEmpty)
        {
            if (!Pair(ref rest, out var nanoseconds))
                return false;
            total += nanoseconds;
            if (total > (Int128)long.MaxValue + 1)
            {
                error = CelErrors.DurationRange.AsError.Message;
                return false;
            }
        }

        if (negative)
            total = -total;
        if (total > long.MaxValue)
        {
            error = CelErrors.DurationRange.AsError.Message;
            return false;
        }

        duration = new CelDuration((long)total);
        return true;
    }

    /// <summary>Seconds with as many digits of a fraction as are needed, and <c>s</c>.</summary>
    public static string Format(CelDuration duration)
    {
        var nanoseconds = Int128.Abs(duration.Nanoseconds);
        var (seconds, rest) = Int128.DivRem(nanoseconds, CelDuration.Second);
        var fraction = rest == 0
            ? ""
            : "." + ((int)rest).ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(
            CultureInfo.InvariantCulture, $"{(duration.Nanoseconds < 0 ? "-" : "")}{seconds}{fraction}s");
    }

    private static bool Pair(scoped ref ReadOnlySpan<char> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        var whole = TakeDigits(ref text);
        ReadOnlySpan<char> fraction = [];
        if (text.StartsWith('.'))
        {
            text = text[1..];
            fraction = TakeDigits(ref text);
        }

        if ((whole.IsEmpty && fraction.IsEmpty) || !Unit(ref text, out var unit))
            return false;

        whole = whole.TrimStart('0');
        if (whole.Length > 19)
        {
            // Longer than any int: out of range by any unit, and the caller says so.
            nanoseconds = (Int128)long.MaxValue * 2;
            return true;
        }

        nanoseconds = whole.IsEmpty ? 0 : Int128.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture) * unit;
        nanoseconds += Part(fraction, unit);
        return true;
    }

    private static Int128 Part(ReadOnlySpan<char> fraction, long unit)
    {
        Int128 numerator = 0;
        Int128 denominator = 1;
        foreach (var digit in fraction[..Math.Min(fraction.Length, FractionDigits)])
        {
            numerator = (numerator * 10) + (digit - '0');
            denominator *= 10;
        }

        return numerator * unit / denominator;
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? text : text[..length];
        text = text[digits.Length..];
        return digits;
    }

    private static bool Unit(scoped ref ReadOnlySpan<char> text, out long nanoseconds)
    {
        var length = text.IndexOfAny(NumberStart);
        var unit = length < 0 ? text : text[..length];
        text = text[unit.Length..];
        nanoseconds = unit switch
        {
            "ns" => 1,
            "us" or "µs" or "μs" => 1_000,
            "ms" => 1_000_000,
            "s" => CelDuration.Second,
            "m" => 60 * CelDuration.Second,
            "h" => 3600 * CelDuration.Second,
            _ => 0,
        };
        return nanoseconds != 0;
    }
}
