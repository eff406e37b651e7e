using System.Diagnostics;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Words;

/// <summary>What became of a waiver, for people.</summary>
internal static class WaiverWords
{
    /// <summary>What the time says of it.</summary>
    public static string StateOf(WaiverResult waiver) => waiver.State switch
    {
        WaiverState.Active when waiver.ExpiresSoon =>
            $"active, EXPIRES SOON, {waiver.Expires} ({ResultWords.Plural(waiver.DaysLeft ?? 0, "day")} left)",
        WaiverState.Active => $"active until {waiver.Expires}",
        WaiverState.Expired => $"EXPIRED at {waiver.Expires}",
        WaiverState.NotYetEffective => $"not yet effective, from {waiver.EffectiveFrom} on",
        WaiverState.Unjudged => "NOT JUDGED, for the instant is not known",
        _ => throw new UnreachableException($"{waiver.State}"),
    };

    /// <summary>What it covers.</summary>
    public static string UseOf(WaiverResult waiver) =>
        !waiver.IsInScope ? "this run is about others"
        : waiver.IsUnused ? "UNUSED, there is no failure for it"
        : $"waives {waiver.Waived} of {ResultWords.Plural(waiver.Matched, "failure")}";
}
