using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Reports the dates that were read and lie after the instant at which ages are measured.</summary>
internal static class LateDates
{
    /// <summary>Those of a resource that is a row; none of any other.</summary>
    public static IEnumerable<Diagnostic> In(SnapshotScope scope, ResourceItem resource) =>
        resource.Record is RowRecord { AfterAsOf: not 0 } row ? In(scope, row) : [];

    /// <summary>Those of a row, in the order of the columns.</summary>
    private static IEnumerable<Diagnostic> In(SnapshotScope scope, RowRecord row) =>
        CredentialReportColumns.All
            .Where(column => (row.AfterAsOf & (1u << column.Ordinal)) != 0)
            .Select(column => row.CellAt(column.Ordinal)).OfType<EvidenceCell>()
            .Select(cell => Report(scope, cell));

    /// <summary>Those of a snapshot's answers, however many resources share them, in order of file and place.</summary>
    public static IEnumerable<Diagnostic> Of(SnapshotScope scope) =>
        scope.Evidence.LateDates.Select(cell => Report(scope, cell));

    private static Diagnostic Report(SnapshotScope scope, EvidenceCell cell)
    {
        var location = Location.At(scope.Label.Cite(cell.File), cell.Line, cell.Column) with { Field = cell.Field };
        return Diagnostic.Create(
            RuntimeDescriptors.AfterAsOf, location, cell.Field, cell.Value, Instants.ToText(scope.AsOfTime!.Value));
    }
}
