namespace PolicyEval.Reporting.Words;

/// <summary>Spans of time for people.</summary>
internal static class AgeWords
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    /// <summary>
    /// <c>3 d 4 h</c>, <c>4 h 5 min</c>, <c>5 min 6 s</c>: the two greatest units; null is not known.
    /// </summary>
    public static string Of(long? seconds) => seconds switch
    {
        null => "not known",
        >= Day => Pair(seconds.Value, Day, "d", Hour, "h"),
        >= Hour => Pair(seconds.Value, Hour, "h", Minute, "min"),
        >= Minute => Pair(seconds.Value, Minute, "min", 1, "s"),
        _ => $"{seconds} s",
    };

    private static string Pair(long seconds, long great, string greatUnit, long small, string smallUnit)
    {
        var rest = seconds % great / small;
        return $"{seconds / great} {greatUnit}" + (rest > 0 ? $" {rest} {smallUnit}" : "");
    }
}
