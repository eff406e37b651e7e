using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>What a result says of a control.</summary>
/// <param name="Outcome">The roll-up.</param>
/// <param name="Counts">The findings that were compared.</param>
public sealed record ControlState(Outcome Outcome, OutcomeCounts Counts)
{
    /// <summary>
    /// Whether two states say the same: the counts may differ, but not whether all failures are waived.
    /// </summary>
    public bool IsLike(ControlState? other) =>
        other is not null && Outcome == other.Outcome && Counts.IsWaived == other.Counts.IsWaived;
}
