using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Types;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A piece of work: some rows of the report, or what a snapshot has beside its rows.</summary>
/// <param name="Scope">The snapshot.</param>
/// <param name="FirstRow">The first row, or -1 for the accounts and the root users without a row.</param>
/// <param name="RowCount">The number of rows.</param>
internal sealed record ResourceRange(SnapshotScope Scope, int FirstRow, int RowCount)
{
    /// <summary>Rows in one piece: enough to keep a thread busy, few enough to keep memory flat.</summary>
    private const int RowsMax = 256;

    private const string RootUser = "<root_account>";

    /// <summary>The pieces of a snapshot, in order.</summary>
    public static IEnumerable<ResourceRange> Of(SnapshotScope scope)
    {
        yield return new ResourceRange(scope, -1, 0);
        var rows = scope.Report.Report?.RowCount ?? 0;
        for (var row = 0; row < rows; row += RowsMax)
            yield return new ResourceRange(scope, row, Math.Min(RowsMax, rows - row));
    }

    /// <summary>The resources, in order.</summary>
    public IEnumerable<ResourceItem> Resources()
    {
        if (FirstRow >= 0)
        {
            for (var row = FirstRow; row < FirstRow + RowCount; row++)
                yield return OfRow(Scope.Report.Report!.RowAt(row));
            yield break;
        }
        foreach (var account in Scope.Accounts)
        {
            var reference = new ResourceReference(ResourceSchema.AccountType, account.Id, "", account.Id);
            yield return new ResourceItem(reference, account.Record, account);
        }
        foreach (var account in Scope.Accounts)
        {
            if (account.LacksRootRow)
                yield return Root(account, null);
        }
    }

    /// <summary>What stands for users that no row lists, or null (see <see cref="ReportState.Unlisted"/>).</summary>
    public ResourceReference? UnlistedUsers() =>
        FirstRow < 0 && Scope.Report.Unlisted is not null
            ? new ResourceReference(ResourceSchema.UserType, ResourceReference.Unlisted, "", Scope.Accounts[0].Id)
            : null;

    private ResourceItem OfRow(CredentialReportRow row)
    {
        var account = Scope.AccountOf(row);
        if (row.IsRoot)
            return Root(account, row);
        var reference = new ResourceReference(ResourceSchema.UserType, row.User, row.Arn, row.Account);
        return new ResourceItem(reference, Record(ResourceSchema.User.Type, row), account);
    }

    private ResourceItem Root(AccountScope account, CredentialReportRow? row)
    {
        var arn = row?.Arn ?? (account.Account is { } own ? $"arn:{own.Partition}:iam::{own.Id}:root" : "");
        var reference = new ResourceReference(ResourceSchema.RootType, RootUser, arn, account.Id);
        return new ResourceItem(reference, Record(ResourceSchema.Root.Type, row), account);
    }

    private RowRecord Record(CelType type, CredentialReportRow? row) => new(type, Scope.Report, row, Scope.AsOf);
}
