using System.Globalization;
using PolicyEval.Evaluation.Resources;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Reads the instant that the user gives.</summary>
internal static class AsOfOption
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>
    /// RFC 3339 with a zone; a bare date means 00:00:00 UTC of that day. Null for anything else: a time without a zone
    /// would mean another instant on another machine. A fraction of a second is cut.
    /// </summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? Instants.ToSecond(time)
            : null;
}
