namespace PolicyEval.Language.Values;

/// <summary>A day of the proleptic Gregorian calendar.</summary>
/// <param name="Year">The year; may be 0 or 10000 where a time zone carries the first or last day over.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public readonly record struct CivilDate(int Year, int Month, int Day)
{
    private const int DaysInEra = 146_097;
    private const int YearsInEra = 400;

    // Years are counted from 1 March of year 0, so that the leap day is the last day of a year.
    private const int EpochFromEra = 719_468;

    /// <summary>Whether the day exists.</summary>
    public bool IsValid => Month is >= 1 and <= 12 && Day >= 1 && Day <= DaysIn(Year, Month);

    /// <summary>Days since 1970-01-01.</summary>
    public long DaysSinceEpoch
    {
        get
        {
            var year = Month <= 2 ? Year - 1 : Year;
            var era = FloorDivide(year, YearsInEra);
            var yearOfEra = year - (era * YearsInEra);
            var dayOfYear = ((153 * ((Month + 9) % 12)) + 2) / 5 + Day - 1;
            var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
            return (era * DaysInEra) + dayOfEra - EpochFromEra;
        }
    }

    /// <summary>The day of the year, 1 to 366.</summary>
    public int DayOfYear => (int)(DaysSinceEpoch - new CivilDate(Year, 1, 1).DaysSinceEpoch) + 1;

    /// <summary>The day that lies so many days after 1970-01-01.</summary>
    public static CivilDate FromDays(long days)
    {
        days += EpochFromEra;
        var era = FloorDivide(days, DaysInEra);
        var dayOfEra = days - (era * DaysInEra);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = yearOfEra + (era * YearsInEra) + (month <= 2 ? 1 : 0);
        return new CivilDate((int)year, (int)month, (int)day);
    }

    /// <summary>Division that rounds down, so that times before 1970 fall on the right day.</summary>
    public static long FloorDivide(long dividend, long divisor) =>
        (dividend / divisor) - (dividend % divisor < 0 ? 1 : 0);

    private static int DaysIn(int year, int month) => month switch
    {
        4 or 6 or 9 or 11 => 30,
        2 => IsLeap(year) ? 29 : 28,
        _ => 31,
    };

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
