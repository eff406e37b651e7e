using System.Globalization;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>Dates at a distance from the time of the evidence.</summary>
internal static class Ages
{
    /// <summary>The dates whose ages are one second below a limit, the limit, and one second above it.</summary>
    public static string[] Around(int days) => [Ago(days, -1), Ago(days, 0), Ago(days, 1)];

    /// <summary>The date of an age in days and seconds, as the report writes dates.</summary>
    public static string Ago(int days, int seconds = 0) =>
        DateTimeOffset.Parse(Evidence.GeneratedTime, CultureInfo.InvariantCulture)
            .AddDays(-days)
            .AddSeconds(-seconds)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
