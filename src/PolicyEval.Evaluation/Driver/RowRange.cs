using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>The rows of a block of the report.</summary>
/// <param name="Scope">The snapshot.</param>
/// <param name="Block">The block.</param>
internal sealed record RowRange(SnapshotScope Scope, int Block) : ResourceRange(Scope)
{
    /// <summary>A root user, with or without a row.</summary>
    public static ResourceItem Root(SnapshotScope scope, AccountScope account, CredentialReportRow? row)
    {
        var arn = row?.Arn ?? (account.Account is { } own ? $"arn:{own.Partition}:iam::{own.Id}:root" : "");
        var reference = new ResourceReference(ResourceSchema.RootType, ResourceReference.RootUser, arn, account.Id);
        return new ResourceItem(reference, new RowRecord(ResourceSchema.Root.Type, scope.Evidence, row), account);
    }

    /// <summary>A row as a resource.</summary>
    public static ResourceItem Of(SnapshotScope scope, CredentialReportRow row)
    {
        var account = scope.AccountOf(row);
        if (row.IsRoot)
            return Root(scope, account, row);
        var reference = new ResourceReference(ResourceSchema.UserType, row.User, row.Arn, row.Account);
        return new ResourceItem(reference, new RowRecord(ResourceSchema.User.Type, scope.Evidence, row), account);
    }

    /// <inheritdoc/>
    public override IEnumerable<ResourceItem> Resources()
    {
        var cursor = Scope.Report.Report!.OpenCursor();
        cursor.Open(Block);
        while (cursor.MoveNext())
            yield return Of(Scope, cursor.Row);
    }
}
