using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

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
    /// Users that no row lists (see <see cref="ReportState.Unlisted"/>), and accounts whose only row is root's. A
    /// policy that asks the answers about users finds them there where there is no report.
    /// </summary>
    public override IEnumerable<StandIn> StandInsFor(CompiledPolicy policy)
    {
        if (policy.Policy.Resource != ResourceSchema.UserType || Scope.ListsUsersOf(policy))
            return [];
        return Scope.Report.Unlisted is { } missing
            ? [StandIn.ForUnlisted(ResourceSchema.UserType, Scope.Accounts[0].Id, missing, !Scope.Report.IsGiven)]
            : Scope.Accounts.Where(account => account.Account is { HasUsers: false }).Select(WithoutUsers);
    }

    private StandIn WithoutUsers(AccountScope account)
    {
        return StandIn.ForNone(
            ResourceSchema.UserType, account.Id, $"{Scope.Report.FileName}, where root has the only row",
            () => [Scope.Report.ToEvidence(Name())]);

        Cell Name() => Scope.Report.Report!.RowAt(account.Account!.RootRow).Cell(CredentialReportColumns.User);
    }
}
