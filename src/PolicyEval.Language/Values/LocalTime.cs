namespace PolicyEval.Language.Values;

/// <summary>A timestamp as a calendar and a clock show it.</summary>
/// <param name="Date">The day.</param>
/// <param name="SecondOfDay">0 to 86,399.</param>
/// <param name="Nanoseconds">0 to 999,999,999.</param>
public readonly record struct LocalTime(CivilDate Date, int SecondOfDay, int Nanoseconds)
{
    private const int SecondsOfDay = 86_400;

    // 1970-01-01 was a Thursday; weeks begin on Sunday.
    private const int EpochDayOfWeek = 4;

    /// <summary>0 for Sunday to 6 for Saturday.</summary>
    public int DayOfWeek
    {
        get
        {
            var days = Date.DaysSinceEpoch + EpochDayOfWeek;
            return (int)(days - (7 * CivilDate.FloorDivide(days, 7)));
        }
    }

    /// <summary>A timestamp where clocks are so many seconds ahead of UTC.</summary>
    public static LocalTime At(CelTimestamp time, int offset)
    {
        var seconds = time.Seconds + offset;
        var days = CivilDate.FloorDivide(seconds, SecondsOfDay);
        return new LocalTime(CivilDate.FromDays(days), (int)(seconds - (days * SecondsOfDay)), time.Nanoseconds);
    }
}
