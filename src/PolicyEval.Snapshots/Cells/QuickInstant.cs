using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// Reads the two spellings of instants that AWS uses, <c>2022-04-17T14:59:38+00:00</c> and <c>2022-04-17T14:59:38Z</c>,
/// without a branch for each digit. What it refuses may still be an instant: <see cref="IsoInstant"/> decides.
/// </summary>
internal static class QuickInstant
{
    /// <summary>With <c>Z</c>.</summary>
    public const int ShortLength = 20;

    /// <summary>With <c>+00:00</c>.</summary>
    public const int LongLength = 25;

    private const int HeadLength = 16;

    /// <summary>Days from 1 March to a month's first, by its number: so a leap day is the last of its year.</summary>
    private static readonly ushort[] DaysFromMarch = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];

    /// <summary>Days of a month in a common year, by its number.</summary>
    private static ReadOnlySpan<byte> DaysIn => [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Whether the bytes, as many as one of the spellings has, are an instant; its ticks in UTC.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        if (!TryReadSecond(text, out var second) || !TryReadMinute(text, out var year, out var month, out var time))
        {
            ticks = 0;
            return false;
        }

        // Of the year that began on 1 March before, counted from the one of the year 0.
        var before = year + ((month - 3) >> 31);
        var centuries = before / 100;
        var days = (before * 365) + (before >> 2) - centuries + (centuries >> 2)
            + DaysFromMarch[month] + (int)(time & 0xFF) - 1 - DaysFromMarch[1];
        var minutes = (int)(((time >> 24) & 0xFF) * 60) + (int)((time >> 48) & 0xFF);
        ticks = ((days * 86_400L) + (minutes * 60) + second) * TimeSpan.TicksPerSecond;
        return true;
    }

    /// <summary>The date, and in bytes 0, 3 and 6 of the time the day, the hour and the minute.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadMinute(ReadOnlySpan<byte> text, out int year, out int month, out ulong time)
    {
        // The digits' values, and zero where a separator stands.
        var head = Vector128.Create(text) ^ Vector128.Create(
            (byte)'0', (byte)'0', (byte)'0', (byte)'0', (byte)'-', (byte)'0', (byte)'0', (byte)'-',
            (byte)'0', (byte)'0', (byte)'T', (byte)'0', (byte)'0', (byte)':', (byte)'0', (byte)'0');
        // In each byte ten times its digit and the next one's: no sum is above 99, so none spills over.
        var digits = head.AsUInt64();
        var date = (digits[0] * 10) + (digits[0] >> 8);
        time = (digits[1] * 10) + (digits[1] >> 8);
        year = (int)(((date & 0xFF) * 100) + ((date >> 16) & 0xFF));
        month = (int)((date >> 40) & 0xFF);
        var day = (int)(time & 0xFF);
        var hour = (int)((time >> 24) & 0xFF);
        return !Vector128.GreaterThanAny(head, Vector128.Create((byte)9, 9, 9, 9, 0, 1, 9, 0, 3, 9, 0, 2, 9, 0, 5, 9))
            && year > 0 && (uint)(month - 1) < 12 && hour < 24
            && ((uint)(day - 1) < DaysIn[month] || IsLeapDay(year, month, day));
    }

    private static bool IsLeapDay(int year, int month, int day) =>
        month == 2 && day == 29 && DateTime.IsLeapYear(year);

    /// <summary>The second behind the minute, and that nothing but UTC follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadSecond(ReadOnlySpan<byte> text, out int second)
    {
        var digits = text.Length == LongLength
            ? BinaryPrimitives.ReadUInt64LittleEndian(text[(HeadLength + 1)..])
                ^ BinaryPrimitives.ReadUInt64LittleEndian("00+00:00"u8)
            : (BinaryPrimitives.ReadUInt32LittleEndian(text[HeadLength..])
                ^ BinaryPrimitives.ReadUInt32LittleEndian(":00Z"u8)) >> 8;
        var (tens, units) = ((int)(digits & 0xFF), (int)((digits >> 8) & 0xFF));
        second = (tens * 10) + units;
        return text[HeadLength] == (byte)':' && tens <= 5 && units <= 9 && digits <= 0xFFFF;
    }
}
