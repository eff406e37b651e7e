using System.Diagnostics;
using System.Globalization;
using PolicyEval.Evaluation.Periods;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Periods;

/// <summary>The words of a period: one spelling for every format.</summary>
internal static class PeriodWords
{
    /// <summary>The state of a day as programs read it.</summary>
    public static string Of(DayState state) => state switch
    {
        DayState.None => "none",
        DayState.Failed => "failed",
        DayState.Incomplete => "incomplete",
        DayState.Complete => "complete",
        _ => throw new UnreachableException($"{state}"),
    };

    /// <summary>The state of a day in a calendar, one cell wide.</summary>
    public static char Mark(DayState state) => state switch
    {
        DayState.None => '.',
        DayState.Failed => '!',
        DayState.Incomplete => '~',
        DayState.Complete => '#',
        _ => throw new UnreachableException($"{state}"),
    };

    /// <summary>The state of a day in a legend.</summary>
    public static string ForPeople(DayState state) => state switch
    {
        DayState.None => "none",
        DayState.Failed => "failed: unusable",
        DayState.Incomplete => "incomplete: calls failed",
        DayState.Complete => "evidence",
        _ => throw new UnreachableException($"{state}"),
    };

    /// <summary>A sentence for each instant of which there are several snapshots, in their order.</summary>
    public static IEnumerable<string> OfOneInstant(IEnumerable<SnapshotReference> snapshots) => snapshots
        .DistinctBy(snapshot => snapshot.Digest)
        .GroupBy(snapshot => snapshot.AsOf)
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Count()} snapshots are as of {group.Key}: " + (group.All(s => s.Seal is not null)
            ? "they are taken in the order of their seals"
            : "which is later is not known"));

    /// <summary>How a failure stands, as programs read it.</summary>
    public static string Of(EpisodeState state) => state switch
    {
        EpisodeState.Open => "open",
        EpisodeState.Unseen => "unseen",
        EpisodeState.Fixed => "fixed",
        _ => throw new UnreachableException($"{state}"),
    };

    /// <summary>A day: <c>2026-03-01</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant: RFC 3339 UTC to the second.</summary>
    public static string Of(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>2026-03-01</c>, or <c>2026-03-01 to 2026-03-04 (4 days)</c>.</summary>
    public static string Of(DayGap gap) =>
        gap.Days == 1 ? Of(gap.From) : $"{Of(gap.From)} to {Of(gap.To)} ({gap.Days} days)";
}
