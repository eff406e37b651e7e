using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>How many verdicts became what.</summary>
/// <param name="ByKind">A number for every kind, in the order of the kinds.</param>
/// <param name="NewAtGate">Failures without a waiver that were not there before.</param>
/// <param name="NewlyUndecided">
/// What was decided before or not there, and is incomplete, an error or out of sight now.
/// </param>
public sealed record ComparisonCounts(ImmutableArray<int> ByKind, int NewAtGate, int NewlyUndecided)
{
    /// <summary>The number of a kind.</summary>
    public int Of(ChangeKind kind) => ByKind[(int)kind];

    internal static ComparisonCounts Count(ImmutableArray<FindingChange> changes)
    {
        var byKind = new int[Enum.GetValues<ChangeKind>().Length];
        foreach (var change in changes)
            byKind[(int)change.Kind]++;
        return new ComparisonCounts(
            [.. byKind], changes.Count(change => change.IsNewAtGate), changes.Count(change => change.IsNewlyUndecided));
    }
}
