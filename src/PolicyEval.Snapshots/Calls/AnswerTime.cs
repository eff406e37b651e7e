using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Timestamps as the AWS CLI prints them: ISO 8601 with the offset, here always UTC, and microseconds where there are
/// any.
/// </summary>
internal static class AnswerTime
{
    // Of the years 1 and 10000.
    private const decimal FirstSecond = -62_135_596_800m;
    private const decimal EndSecond = 253_402_300_800m;

    /// <summary>Of an instant in ISO 8601; any other text stays as it is.</summary>
    public static string OfText(string text) =>
        IsoInstant.TryParse(Encoding.UTF8.GetBytes(text), out var instant) ? Print(instant) : text;

    /// <summary>Of seconds since 1970, as the JSON protocol has them; null for what is none.</summary>
    public static string? OfSeconds(string number)
    {
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            || seconds < FirstSecond
            || seconds >= EndSecond)
        {
            return null;
        }

        var microseconds = decimal.ToInt64(decimal.Floor(seconds * 1_000_000m));
        return Print(DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));
    }

    private static string Print(DateTimeOffset instant)
    {
        var microseconds = instant.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond;
        var format = microseconds == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.ffffff";
        return instant.ToString(format, CultureInfo.InvariantCulture) + "+00:00";
    }
}
