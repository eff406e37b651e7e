using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>What became of one verdict. At least one of the two findings is there.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Old">The finding of the old result, or null.</param>
/// <param name="New">The finding of the new result, or null.</param>
/// <param name="Absence">Why one of them is null; null where both are there.</param>
/// <param name="Evidence">What only one of them cites; empty where one finding is null.</param>
public sealed record FindingChange(
    ChangeKind Kind, Finding? Old, Finding? New, Absence? Absence, ImmutableArray<EvidenceChange> Evidence)
{
    /// <summary>The new finding, or the old one where there is no new one.</summary>
    public Finding Subject => New ?? Old!;

    /// <summary>Whether it is a failure without a waiver that was not there before: it counts at the gate.</summary>
    public bool IsNewAtGate => Kind == ChangeKind.Unwaived || (Kind == ChangeKind.New && New!.Waiver is null);

    /// <summary>Whether something was decided before and is not any more, or is there now and undecided.</summary>
    public bool IsNewlyUndecided =>
        Kind == ChangeKind.Unseen || (IsUndecided(New) && !IsUndecided(Old));

    private static bool IsUndecided(Finding? finding) => finding?.Outcome is Outcome.Incomplete or Outcome.Error;
}
