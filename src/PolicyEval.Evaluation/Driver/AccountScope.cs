using PolicyEval.Evaluation.Resources;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>An account of a snapshot with its record. Immutable.</summary>
/// <param name="Account">The account, or null where the evidence does not tell it.</param>
/// <param name="Record">What expressions see as <c>account</c>.</param>
internal sealed record AccountScope(SnapshotAccount? Account, AccountRecord Record)
{
    /// <summary>The id; empty where it is not known.</summary>
    public string Id => Account?.Id ?? "";

    /// <summary>Whether the report has no row for the account's root user.</summary>
    public bool LacksRootRow => Account is null || Account.RootRow < 0;
}
