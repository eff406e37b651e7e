namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// Reads an instant in the extended format of ISO 8601: <c>2022-04-17T14:59:38+00:00</c>, with <c>T</c> and <c>Z</c> in
/// any case, fractions of a second (kept to 100 ns), seconds optional. A time without a zone is no instant, and an
/// offset without minutes is none either: it is how a cut file may end. Own code, because the framework's parsers
/// also take what ISO 8601 does not.
/// </summary>
internal static class IsoInstant
{
    /// <summary>Longer texts are none: 19 characters to the second, a fraction and an offset.</summary>
    private const int MaxLength = 64;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length is < 17 or > MaxLength
            || !Digits(text[..4], out var year) || text[4] != '-'
            || !Digits(text[5..7], out var month) || text[7] != '-'
            || !Digits(text[8..10], out var day) || (text[10] | 0x20) != 't'
            || !Digits(text[11..13], out var hour) || text[13] != ':'
            || !Digits(text[14..16], out var minute)
            || !IsDay(year, month, day) || hour > 23 || minute > 59)
        {
            return false;
        }

        var rest = text[16..];
        if (!TakeSeconds(ref rest, out var secondTicks) || !Offset(rest, out var offsetMinutes))
            return false;
        var ticks = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc).Ticks
            + secondTicks - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool IsDay(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool TakeSeconds(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest is not [(byte)':', ..])
            return true;
        if (rest.Length < 3 || !Digits(rest[1..3], out var second) || second > 59)
            return false;
        ticks = second * TimeSpan.TicksPerSecond;
        rest = rest[3..];
        if (rest is not [(byte)'.' or (byte)',', ..])
            return true;
        var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits <= 0)
            return false;
        var unit = TimeSpan.TicksPerSecond;
        foreach (var digit in rest.Slice(1, digits))
            ticks += (digit - '0') * (unit /= 10);
        rest = rest[(1 + digits)..];
        return true;
    }

    private static bool Offset(ReadOnlySpan<byte> zone, out long minutes)
    {
        minutes = 0;
        if (zone is [(byte)'Z' or (byte)'z'])
            return true;
        if (zone is not [(byte)'+' or (byte)'-', _, _, _, _, ..] || !Digits(zone[1..3], out var hours) || hours > 23)
            return false;
        var tail = zone[3] == ':' ? zone[4..] : zone[3..];
        if (tail.Length != 2 || !Digits(tail, out var offsetMinutes) || offsetMinutes > 59)
            return false;
        minutes = ((hours * 60) + offsetMinutes) * (zone[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
