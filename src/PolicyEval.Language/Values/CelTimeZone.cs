namespace PolicyEval.Language.Values;

/// <summary>
/// The time zones of the timestamp accessors: IANA names such as <c>Europe/Zurich</c>, <c>UTC</c>, and fixed offsets
/// <c>+hh:mm</c>, <c>-hh:mm</c>, <c>hh:mm</c>. The rules of the IANA zones are those of the machine's database.
/// </summary>
public static class CelTimeZone
{
    /// <summary>How far a zone is ahead of UTC at a time, in seconds; false for a zone that does not exist.</summary>
    public static bool TryGetOffset(string zone, CelTimestamp time, out int seconds)
    {
        var offset = Find(zone);
        seconds = offset?.Invoke(time) ?? 0;
        return offset is not null;
    }

    /// <summary>
    /// How far a zone is ahead of UTC at a time, in seconds, as a function of the time; null for a zone that does not
    /// exist.
    /// </summary>
    public static Func<CelTimestamp, int>? Find(string zone)
    {
        if (zone is "UTC")
            return _ => 0;
        if (TimestampText.TryParseOffset(zone, out var seconds))
            return _ => seconds;
        if (!IsName(zone) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info))
            return null;
        return time => OffsetOf(info, time);
    }

    private static int OffsetOf(TimeZoneInfo zone, CelTimestamp time)
    {
        var utc = DateTime.UnixEpoch.AddTicks(time.Seconds * TimeSpan.TicksPerSecond);
        return (int)(zone.GetUtcOffset(utc).Ticks / TimeSpan.TicksPerSecond);
    }

    /// <summary>
    /// Whether the text may be looked up: letters, digits, <c>_ + - /</c> only, since the database is a folder of
    /// files, and neither the zone of this machine nor the zones with leap seconds.
    /// </summary>
    private static bool IsName(string zone)
    {
        foreach (var unit in zone)
        {
            if (!char.IsAsciiLetterOrDigit(unit) && unit is not ('_' or '+' or '-' or '/'))
                return false;
        }

        return zone.Length > 0
            && char.IsAsciiLetter(zone[0])
            && !zone.StartsWith("local", StringComparison.OrdinalIgnoreCase)
            && !zone.StartsWith("right/", StringComparison.OrdinalIgnoreCase);
    }
}
