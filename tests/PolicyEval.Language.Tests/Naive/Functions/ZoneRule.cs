using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>The rule for the years to come, such as <c>CET-1CEST,M3.5.0,M10.5.0/3</c> (POSIX: TZ).</summary>
internal sealed partial class ZoneRule
{
    private int Standard { get; init; }

    private int Summer { get; init; }

    private Match? Changes { get; init; }

    public static ZoneRule Parse(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
            throw new FormatException(text);
        var standard = -Seconds(match.Groups["standard"].Value);
        var hasSummer = match.Groups["from"].Success;
        var summer = match.Groups["summer"] is { Length: > 0 } own ? -Seconds(own.Value) : standard + 3600;
        return new ZoneRule { Standard = standard, Summer = summer, Changes = hasSummer ? match : null };
    }

    public int OffsetAt(long second)
    {
        if (Changes is null)
            return Standard;
        var year = Calendar.DateOf((int)Math.Floor((second + Standard) / 86_400.0)).Year;

        // Each change is told in the time that ends with it.
        var from = Change(year, "from") - Standard;
        var to = Change(year, "to") - Summer;
        var isSummer = from < to ? second >= from && second < to : second >= from || second < to;
        return isSummer ? Summer : Standard;
    }

    /// <summary>When a change is, in local seconds since 1970: <c>Mm.w.d/time</c>, the w-th day d of a month.</summary>
    private long Change(int year, string which)
    {
        int Part(string name) => int.Parse(Changes!.Groups[which + name].Value, CultureInfo.InvariantCulture);
        var (month, week, day) = (Part("Month"), Part("Week"), Part("Day"));
        var first = Calendar.DaysTo(year, month, 1);
        var date = 1 + ((((day - (first + 4)) % 7) + 7) % 7) + ((week - 1) * 7);
        while (date > Calendar.DaysOf(year, month))
            date -= 7;
        var time = Changes!.Groups[which + "Time"] is { Length: > 0 } own ? Seconds(own.Value) : 7200;
        return (Calendar.DaysTo(year, month, date) * 86_400L) + time;
    }

    /// <summary><c>[+-]h[:m[:s]]</c> in seconds.</summary>
    private static int Seconds(string text)
    {
        var parts = text.TrimStart('+', '-').Split(':')
            .Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        var seconds = (parts[0] * 3600) + (parts.ElementAtOrDefault(1) * 60) + parts.ElementAtOrDefault(2);
        return text.StartsWith('-') ? -seconds : seconds;
    }

    [GeneratedRegex(
        "^(<[^>]+>|[A-Za-z]+)(?<standard>[+-]?[0-9:]+)((<[^>]+>|[A-Za-z]+)(?<summer>[+-]?[0-9:]+)?"
        + ",(?<from>M(?<fromMonth>[0-9]+)\\.(?<fromWeek>[0-9])\\.(?<fromDay>[0-9])(/(?<fromTime>[+-]?[0-9:]+))?)"
        + ",(?<to>M(?<toMonth>[0-9]+)\\.(?<toWeek>[0-9])\\.(?<toDay>[0-9])(/(?<toTime>[+-]?[0-9:]+))?))?\\z")]
    private static partial Regex Shape();
}
