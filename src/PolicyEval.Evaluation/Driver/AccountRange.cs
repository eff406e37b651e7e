using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>What a snapshot has beside rows and lists: its accounts, and the root users without a row.</summary>
internal sealed record AccountRange(SnapshotScope Scope) : ResourceRange(Scope)
{
    /// <inheritdoc/>
    public override IEnumerable<ResourceItem> Resources()
    {
        foreach (var account in Scope.Accounts)
        {
            var reference = new ResourceReference(ResourceSchema.AccountType, account.Id, "", account.Id);
            yield return new ResourceItem(reference, account.Record, account);
        }
        foreach (var account in Scope.Accounts)
        {
            if (account.LacksRootRow)
                yield return RowRange.Root(Scope, account, null);
        }
    }

    /// <summary>
    /// Users that no row lists (see <see cref="ReportState.Unlisted"/>). A policy that asks the answers about users
    /// finds them there where there is no report.
    /// </summary>
    public override UnlistedResources? UnlistedFor(CompiledPolicy policy) =>
        policy.Policy.Resource == ResourceSchema.UserType
        && Scope.Report.Unlisted is { } missing
        && !Scope.ListsUsersOf(policy)
            ? new UnlistedResources(
                new ResourceReference(ResourceSchema.UserType, ResourceReference.Unlisted, "", Scope.Accounts[0].Id),
                missing, !Scope.Report.IsGiven)
            : null;
}
