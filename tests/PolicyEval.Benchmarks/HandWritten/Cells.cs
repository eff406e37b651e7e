using System.Runtime.CompilerServices;
using System.Text;

namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>Types the cells of a credential report.</summary>
internal static class Cells
{
    /// <summary>The date of a cell that says that there is none: <c>N/A</c> or <c>no_information</c>.</summary>
    public const long None = long.MinValue;

    /// <summary>The date of a cell that does not say.</summary>
    public const long Unknown = long.MinValue + 1;

    /// <summary>The length of a date as AWS writes it.</summary>
    public const int DateLength = 25;

    private const int SecondsOfDay = 86_400;

    /// <summary>Whether a date is an instant.</summary>
    public static bool IsKnown(long date) => date > Unknown;

    /// <summary>A flag.</summary>
    public static Truth Flag(ReadOnlySpan<byte> cell)
    {
        if (cell.SequenceEqual("false"u8))
            return Truth.False;
        if (cell.SequenceEqual("true"u8))
            return Truth.True;
        return Ascii.EqualsIgnoreCase(cell, "true"u8) ? Truth.True
            : Ascii.EqualsIgnoreCase(cell, "false"u8) ? Truth.False
            : Truth.Unknown;
    }

    /// <summary>A date in seconds since 1970; one that lies after the given instant is unknown.</summary>
    public static long Date(ReadOnlySpan<byte> cell, long asOf)
    {
        if (cell.Length == DateLength && TryRead(cell, out var seconds))
            return seconds <= asOf ? seconds : Unknown;
        if (cell.SequenceEqual("N/A"u8) || cell.SequenceEqual("no_information"u8))
            return None;
        return ReadOther(cell) is { } other && other <= asOf ? other : Unknown;
    }

    /// <summary>Reads <c>2026-03-01T06:15:00+00:00</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out long seconds) =>
        TryReadLocal(cell, out seconds) && cell.EndsWith("+00:00"u8);

    private static bool TryReadLocal(ReadOnlySpan<byte> cell, out long seconds)
    {
        // 2026-03-01T06:15:00
        seconds = 0;
        if (cell.Length < 19
            || cell[4] != '-' || cell[7] != '-' || cell[10] != 'T' || cell[13] != ':' || cell[16] != ':')
        {
            return false;
        }

        var year = (Two(cell, 0) * 100) + Two(cell, 2);
        var month = Two(cell, 5);
        var day = Two(cell, 8);
        var hour = Two(cell, 11);
        var minute = Two(cell, 14);
        var second = Two(cell, 17);
        if ((year | month | day | hour | minute | second) < 0 || year == 0 || month is 0 or > 12 || day == 0
            || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        // Days since 1970 by the civil calendar, years beginning in March.
        var y = month > 2 ? year : year - 1;
        var dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5 + day - 1;
        var days = (365L * y) + (y / 4) - (y / 100) + (y / 400) + dayOfYear - 719_468;
        seconds = (days * SecondsOfDay) + (hour * 3600) + (minute * 60) + second;
        return true;
    }

    /// <summary>The number of two digits, or a negative one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Two(ReadOnlySpan<byte> cell, int at)
    {
        var tens = cell[at] - '0';
        var ones = cell[at + 1] - '0';
        return (uint)tens > 9 || (uint)ones > 9 ? -10_000 : (tens * 10) + ones;
    }

    /// <summary>The other forms of an ISO 8601 instant that reports hold: <c>Z</c>, or another offset.</summary>
    private static long? ReadOther(ReadOnlySpan<byte> cell)
    {
        if (cell.Length < 20 || !TryReadLocal(cell, out var seconds))
            return null;
        var zone = cell[19..];
        if (zone.SequenceEqual("Z"u8))
            return seconds;
        if (zone.Length != 6 || zone[0] is not ((byte)'+' or (byte)'-') || zone[3] != ':')
            return null;
        var offset = (Two(zone, 1) * 60) + Two(zone, 4);
        return offset < 0 ? null : seconds - ((zone[0] == '-' ? -60 : 60) * offset);
    }
}
