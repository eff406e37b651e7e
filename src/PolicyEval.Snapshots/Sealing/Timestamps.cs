using System.Globalization;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>Instants as the sealed form writes them: RFC 3339, UTC, milliseconds, <c>Z</c>.</summary>
internal static class Timestamps
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Only the form that <see cref="Text"/> writes.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out instant);
}
