using System.Collections.Immutable;

namespace PolicyEval.Reporting.Rechecking;

/// <summary>What became of a report that was checked against its evidence.</summary>
/// <param name="Findings">The findings that were derived again, byte for byte.</param>
/// <param name="Controls">The controls whose roll-up was derived again.</param>
/// <param name="Cells">The cells that stand where the report says, with the value that it says.</param>
/// <param name="Differences">What is not so: inputs, controls, then findings in the order of the report.</param>
public sealed record RecheckResult(
    RecheckCount Findings,
    RecheckCount Controls,
    RecheckCount Cells,
    ImmutableArray<RecheckDifference> Differences)
{
    /// <summary>What could not be compared, each in words without a stop.</summary>
    public ImmutableArray<string> Unchecked { get; init; } = [];

    /// <summary>Whether all that was compared is as the report says.</summary>
    public bool IsSame => Differences.IsEmpty;
}
