using System.Globalization;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Resources;

/// <summary>Instants between .NET, CEL and text; always UTC.</summary>
internal static class Instants
{
    /// <summary>As CEL holds it, to the second.</summary>
    public static CelTimestamp ToCel(DateTimeOffset time) => new(ToSecond(time).ToUnixTimeSeconds(), 0);

    /// <summary>
    /// The second that an instant lies in. Ages are measured in whole seconds, so that no fraction decides at a limit.
    /// </summary>
    public static DateTimeOffset ToSecond(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>RFC 3339 in UTC, with a fraction only where there is one.</summary>
    public static string ToText(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
