using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Periods;

/// <summary>The days of an account.</summary>
/// <param name="Account">The account's id; empty where the evidence does not tell it.</param>
/// <param name="Snapshots">The snapshots of the period that were evaluated.</param>
/// <param name="Days">A state for every day of the period.</param>
/// <param name="Gaps">The days without evidence that can be used.</param>
public sealed record AccountCoverage(
    string Account, int Snapshots, ImmutableArray<DayState> Days, ImmutableArray<DayGap> Gaps)
{
    /// <summary>These snapshots, in the order in which failures are followed through them.</summary>
    public ImmutableArray<SnapshotReference> Read { get; init; } = [];

    /// <summary>Whether there is complete evidence of every day.</summary>
    public bool IsWhole => Days.All(day => day == DayState.Complete);

    /// <summary>How many days are in a state.</summary>
    public int Count(DayState state) => Days.Count(day => day == state);
}
