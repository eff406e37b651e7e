using System.Numerics;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>The Gregorian calendar, counted year by year and month by month.</summary>
internal static class Calendar
{
    private static readonly int[] Lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysOf(int year, int month) => month == 2 && IsLeap(year) ? 29 : Lengths[month - 1];

    /// <summary>The days from 1970-01-01 to a day.</summary>
    public static int DaysTo(int year, int month, int day)
    {
        var days = DaysToYear(year) + day - 1;
        for (var m = 1; m < month; m++)
            days += DaysOf(year, m);
        return days;
    }

    /// <summary>Year, month and day, from 1 on, and the day of the year, from 0 on.</summary>
    public static (int Year, int Month, int Day, int DayOfYear) DateOf(int days)
    {
        // Too early, whether the years between have 365 days or 366.
        var year = 1970 + Math.Min(days / 365, days / 366) - 1;
        while (DaysToYear(year + 1) <= days)
            year++;
        var dayOfYear = days - DaysToYear(year);
        var (month, day) = (1, dayOfYear);
        while (day >= DaysOf(year, month))
            day -= DaysOf(year, month++);
        return (year, month, day + 1, dayOfYear);
    }

    /// <summary>The days from 1970-01-01, and the nanoseconds of the day.</summary>
    public static (int Days, BigInteger Nanoseconds) Split(BigInteger nanoseconds)
    {
        var ofDay = ((nanoseconds % NaiveSpan.Day) + NaiveSpan.Day) % NaiveSpan.Day;
        return ((int)((nanoseconds - ofDay) / NaiveSpan.Day), ofDay);
    }

    // Every fourth year before this one is a leap year, but for three in four hundred.
    private static int DaysToYear(int year)
    {
        var before = year - 1;
        var leaps = Floor(before, 4) - Floor(before, 100) + Floor(before, 400) - 477;
        return ((year - 1970) * 365) + leaps;
    }

    private static int Floor(int number, int divisor) => (int)Math.Floor((double)number / divisor);
}
