using System.Globalization;

namespace PolicyEval.Language.Values;

/// <summary>Timestamps as text: RFC 3339 with an offset, nanoseconds, years 1 to 9999.</summary>
public static class TimestampText
{
    private const int SecondsOfDay = 86_400;
    private const int FractionDigits = 9;
    private const string Expected =
        "a timestamp is written as in RFC 3339: 2024-01-31T23:59:59Z, with Z or an offset such as +02:00";

    /// <summary>
    /// Reads an RFC 3339 time. Refused with a message: a time without offset, days that do not exist, leap seconds
    /// (60), more than nine digits of a fraction, and times outside years 1 to 9999 (UTC).
    /// </summary>
    public static bool TryParse(string text, out CelTimestamp time, out string error)
    {
        time = default;
        error = Expected;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't')
            || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var span = text.AsSpan();
        if (!Digits(span[..4], out var year) || !Digits(span[5..7], out var month) || !Digits(span[8..10], out var day)
            || !Digits(span[11..13], out var hour) || !Digits(span[14..16], out var minute)
            || !Digits(span[17..19], out var second))
        {
            return false;
        }

        if (!Fraction(span[19..], out var nanoseconds, out var rest) || !Offset(rest, out var offset))
            return false;

        var date = new CivilDate(year, month, day);
        if (!date.IsValid || hour > 23 || minute > 59 || second > 59)
        {
            error = second == 60 ? "timestamps have no leap seconds" : "there is no such day or time of day";
            return false;
        }

        var seconds = (date.DaysSinceEpoch * SecondsOfDay) + (hour * 3600) + (minute * 60) + second - offset;
        time = new CelTimestamp(seconds, nanoseconds);
        error = time.IsInRange ? "" : CelErrors.TimestampRange.AsError.Message;
        return time.IsInRange;
    }

    /// <summary>RFC 3339 in UTC with as many digits of a fraction as are needed.</summary>
    public static string Format(CelTimestamp time)
    {
        var days = CivilDate.FloorDivide(time.Seconds, SecondsOfDay);
        var second = time.Seconds - (days * SecondsOfDay);
        var date = CivilDate.FromDays(days);
        var fraction = time.Nanoseconds == 0
            ? ""
            : "." + time.Nanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{date.Year:0000}-{date.Month:00}-{date.Day:00}"
            + $"T{second / 3600:00}:{second / 60 % 60:00}:{second % 60:00}{fraction}Z");
    }

    /// <summary>An offset such as <c>+02:00</c> in seconds, with or without sign.</summary>
    internal static bool TryParseOffset(ReadOnlySpan<char> text, out int seconds)
    {
        seconds = 0;
        var sign = text.StartsWith('-') ? -1 : 1;
        if (text.StartsWith('-') || text.StartsWith('+'))
            text = text[1..];
        if (text.Length != 5 || text[2] != ':'
            || !Digits(text[..2], out var hours) || !Digits(text[3..], out var minutes)
            || hours > 23 || minutes > 59)
        {
            return false;
        }

        seconds = sign * ((hours * 3600) + (minutes * 60));
        return true;
    }

    private static bool Offset(ReadOnlySpan<char> text, out int seconds)
    {
        seconds = 0;
        return text is "Z" or "z" || (text.Length == 6 && text[0] is '+' or '-' && TryParseOffset(text, out seconds));
    }

    private static bool Fraction(ReadOnlySpan<char> text, out int nanoseconds, out ReadOnlySpan<char> rest)
    {
        nanoseconds = 0;
        rest = text;
        if (!text.StartsWith('.'))
            return true;

        var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > FractionDigits || !Digits(text[1..(digits + 1)], out nanoseconds))
            return false;
        for (var i = digits; i < FractionDigits; i++)
            nanoseconds *= 10;
        rest = text[(digits + 1)..];
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var unit in text)
        {
            if (!char.IsAsciiDigit(unit))
                return false;
            number = (number * 10) + (unit - '0');
        }

        return true;
    }
}
