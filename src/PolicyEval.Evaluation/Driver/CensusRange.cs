using System.Collections.Immutable;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Accounts whose users were counted while the report was opened.</summary>
/// <param name="Scope">The snapshot.</param>
/// <param name="Rows">Where the rows stand, in order, that could not be counted: of root users, mostly.</param>
/// <param name="Counts">The verdicts about the users that could.</param>
internal sealed record CensusRange(
    SnapshotScope Scope, ImmutableArray<RowPlace> Rows, ImmutableArray<FindingCount> Counts) : ResourceRange(Scope)
{
    /// <inheritdoc/>
    public override IEnumerable<ResourceItem> Resources()
    {
        var cursor = Scope.Report.Report!.OpenCursor();
        foreach (var row in Rows)
        {
            cursor.OpenRow(row);
            cursor.MoveNext();
            yield return RowRange.Of(Scope, cursor.Row);
        }
    }
}
