using System.Globalization;

namespace PolicyEval.Evaluation.Resources;

/// <summary>Reads instants that people write.</summary>
internal static class InstantText
{
    private const string Date = "yyyy-MM-dd";

    private static readonly string[] Formats =
    [
        Date,
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>
    /// RFC 3339 with a zone; a bare date means 00:00:00 UTC of that day. Null for anything else: a time without a zone
    /// would mean another instant on another machine. A fraction of a second is cut.
    /// </summary>
    public static DateTimeOffset? Parse(string text) => Parse(text, Formats);

    /// <summary>The same, but a bare date means its end: 00:00:00 UTC of the next day.</summary>
    public static DateTimeOffset? ParseEnd(string text)
    {
        if (Parse(text, [Date]) is not { } date)
            return Parse(text);
        return date.Date == DateTime.MaxValue.Date ? Instants.ToSecond(DateTimeOffset.MaxValue) : date.AddDays(1);
    }

    private static DateTimeOffset? Parse(string text, string[] formats) =>
        DateTimeOffset.TryParseExact(
            text, formats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? Instants.ToSecond(time)
            : null;
}
