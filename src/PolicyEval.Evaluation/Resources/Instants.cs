using System.Globalization;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Resources;

/// <summary>Instants between .NET, CEL and text; always UTC.</summary>
internal static class Instants
{
    /// <summary>As CEL holds it.</summary>
    public static CelTimestamp ToCel(DateTimeOffset time)
    {
        var ticks = time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        if (rest < 0)
            (seconds, rest) = (seconds - 1, rest + TimeSpan.TicksPerSecond);
        return new CelTimestamp(seconds, (int)rest * 100);
    }

    /// <summary>RFC 3339 in UTC, with a fraction only where there is one.</summary>
    public static string ToText(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>To the minute, for people: AWS's last-used values are no finer than that.</summary>
    public static string ToMinute(CelTimestamp time) =>
        DateTimeOffset.FromUnixTimeSeconds(time.Seconds).UtcDateTime
            .ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
