using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Timestamps as text: RFC 3339.</summary>
internal static partial class TimeText
{
    public static object Parse(string text)
    {
        if (Shape().Match(text) is not { Success: true } match)
            return new Fault("no RFC 3339");
        int Part(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        var (year, month, day) = (Part("year"), Part("month"), Part("day"));
        var (hour, minute, second) = (Part("hour"), Part("minute"), Part("second"));
        if (month is < 1 or > 12 || day < 1 || day > Calendar.DaysOf(year, month))
            return new Fault("no such day");
        if (hour > 23 || minute > 59 || second > 59)
            return new Fault("no such time of the day");
        if (Offset(match.Groups["zone"].Value) is not { } offset)
            return new Fault("no such offset");
        BigInteger seconds = (Calendar.DaysTo(year, month, day) * 86_400L) + (hour * 3600) + (minute * 60) + second;
        var fraction = match.Groups["fraction"].Value.PadRight(9, '0');
        var nanoseconds = int.Parse(fraction, CultureInfo.InvariantCulture);
        return NaiveTime.Of(((seconds - offset) * NaiveSpan.Second) + nanoseconds);
    }

    public static string Format(NaiveTime time)
    {
        var (days, ofDay) = Calendar.Split(time.Nanoseconds);
        var (year, month, day, _) = Calendar.DateOf(days);
        var second = (int)(ofDay / NaiveSpan.Second);
        var fraction = ((int)(ofDay % NaiveSpan.Second)).ToString("000000000", CultureInfo.InvariantCulture)
            .TrimEnd('0');
        return $"{year:0000}-{month:00}-{day:00}T{second / 3600:00}:{second / 60 % 60:00}:{second % 60:00}"
            + (fraction.Length == 0 ? "" : "." + fraction) + "Z";
    }

    /// <summary>An offset in seconds: <c>Z</c>, <c>+hh:mm</c>, <c>-hh:mm</c>; null for anything else.</summary>
    public static int? Offset(string text)
    {
        if (text is "Z" or "z")
            return 0;
        if (OffsetShape().Match(text) is not { Success: true } match)
            return null;
        var hours = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        var minutes = int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
        if (hours > 23 || minutes > 59)
            return null;
        return ((hours * 60) + minutes) * (match.Groups[1].Value == "-" ? -60 : 60);
    }

    [GeneratedRegex(
        "^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})[Tt](?<hour>[0-9]{2}):(?<minute>[0-9]{2}):"
        + "(?<second>[0-9]{2})(\\.(?<fraction>[0-9]{1,9}))?(?<zone>[Zz]|[+-][0-9]{2}:[0-9]{2})\\z")]
    private static partial Regex Shape();

    [GeneratedRegex("^([+-]?)([0-9]{2}):([0-9]{2})\\z")]
    private static partial Regex OffsetShape();
}
