using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Testing.Coverage;

/// <summary>How much of a policy its tests have seen.</summary>
/// <param name="Covered">The branches that at least one case took.</param>
/// <param name="Total">All branches.</param>
/// <param name="Uncovered">Where the others are, in the order of the policy.</param>
public sealed record PolicyCoverage(int Covered, int Total, ImmutableArray<UncoveredBranch> Uncovered)
{
    /// <summary>In full percent, rounded down: 100 only where nothing is left.</summary>
    public int Percent => PercentOf(Covered, Total);

    /// <summary>A part of a whole in full percent, rounded down; 100 where there is nothing to cover.</summary>
    public static int PercentOf(int covered, int total) => total == 0 ? 100 : (int)(100L * covered / total);
}
