using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Some rows of the report.</summary>
/// <param name="Scope">The snapshot.</param>
/// <param name="FirstRow">The first row.</param>
/// <param name="RowCount">The number of rows.</param>
internal sealed record RowRange(SnapshotScope Scope, int FirstRow, int RowCount) : ResourceRange(Scope)
{
    /// <summary>A root user, with or without a row.</summary>
    public static ResourceItem Root(SnapshotScope scope, AccountScope account, CredentialReportRow? row)
    {
        var arn = row?.Arn ?? (account.Account is { } own ? $"arn:{own.Partition}:iam::{own.Id}:root" : "");
        var reference = new ResourceReference(ResourceSchema.RootType, ResourceReference.RootUser, arn, account.Id);
        return new ResourceItem(reference, new RowRecord(ResourceSchema.Root.Type, scope.Evidence, row), account);
    }

    /// <inheritdoc/>
    public override IEnumerable<ResourceItem> Resources()
    {
        for (var row = FirstRow; row < FirstRow + RowCount; row++)
            yield return OfRow(Scope.Report.Report!.RowAt(row));
    }

    private ResourceItem OfRow(CredentialReportRow row)
    {
        var account = Scope.AccountOf(row);
        if (row.IsRoot)
            return Root(Scope, account, row);
        var reference = new ResourceReference(ResourceSchema.UserType, row.User, row.Arn, row.Account);
        return new ResourceItem(reference, new RowRecord(ResourceSchema.User.Type, Scope.Evidence, row), account);
    }
}
