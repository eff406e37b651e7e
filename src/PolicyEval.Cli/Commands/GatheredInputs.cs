using System.Collections.Immutable;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Accounts;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Cli.Commands;

/// <summary>What the paths of a command line stand for. Immutable.</summary>
/// <param name="Snapshots">The snapshots, opened.</param>
/// <param name="LeftOut">Those of trees that are not read.</param>
/// <param name="Organizations">The lists of accounts in trees.</param>
/// <param name="Diagnostics">What is to be said of trees.</param>
/// <param name="IsOfTree">Whether there is a tree among the paths.</param>
internal sealed record GatheredInputs(
    ImmutableArray<SnapshotResult> Snapshots,
    ImmutableArray<LeftOutSnapshot> LeftOut,
    ImmutableArray<OrganizationSnapshot> Organizations,
    ImmutableArray<SnapshotDiagnostic> Diagnostics,
    bool IsOfTree)
{
    /// <summary>Nothing yet.</summary>
    public static GatheredInputs Empty { get; } = new([], [], [], [], IsOfTree: false);

    /// <summary>One more snapshot.</summary>
    public GatheredInputs With(SnapshotResult snapshot) => this with { Snapshots = Snapshots.Add(snapshot) };

    /// <summary>One more tree.</summary>
    public GatheredInputs With(GatheredSnapshots tree) => new(
        [.. Snapshots, .. tree.Snapshots],
        [.. LeftOut, .. tree.LeftOut],
        [.. Organizations, .. tree.Organizations],
        [.. Diagnostics, .. tree.Diagnostics],
        IsOfTree: true);

    /// <summary>A request with what these inputs add to it.</summary>
    /// <param name="request">What is asked of them.</param>
    /// <param name="expected">The accounts that the user's file says there should be, or null.</param>
    public EvaluationRequest RequestOf(EvaluationRequest request, AccountPopulation? expected) => request with
    {
        Population = PopulationBy(expected),
        IsOfTree = IsOfTree,
        LeftOut = LeftOut,
        Found = Diagnostics,
    };

    /// <summary>Who should be there: what the user's file says, else what organisations say.</summary>
    /// <param name="expected">What the file says, or null.</param>
    private AccountPopulation PopulationBy(AccountPopulation? expected)
    {
        var organizations = AccountPopulation.Of(Organizations);
        return expected is null ? organizations : expected.WithNamesOf(organizations);
    }
}
