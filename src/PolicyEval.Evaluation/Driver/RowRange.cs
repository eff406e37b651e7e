using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Rows of a block of the report.</summary>
/// <param name="Scope">The snapshot.</param>
/// <param name="Block">The block.</param>
/// <param name="First">The first of the rows, by its index in the block.</param>
/// <param name="Count">How many there are.</param>
internal sealed record RowRange(SnapshotScope Scope, int Block, int First, int Count) : ResourceRange(Scope)
{
    /// <summary>Some rows of a report that follow each other.</summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="report">Its report.</param>
    /// <param name="rows">The index of the first of them, and the one behind the last.</param>
    /// <param name="countMax">How many rows may be in one piece; a block is never exceeded.</param>
    public static IEnumerable<RowRange> Of(
        SnapshotScope scope, CredentialReport report, (int First, int End) rows, int countMax)
    {
        for (var row = rows.First; row < rows.End;)
        {
            var (block, rowOfBlock) = report.PlaceOf(row);
            var count = Math.Min(Math.Min(rows.End - row, report.RowsOf(block) - rowOfBlock), countMax);
            yield return new RowRange(scope, block, rowOfBlock, count);
            row += count;
        }
    }

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
        cursor.Open(Block, First);
        for (var left = Count; left > 0 && cursor.MoveNext(); left--)
            yield return Of(Scope, cursor.Row);
    }
}
