using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>All policies of a plan with the scratch space of one thread.</summary>
internal sealed class Worker
{
    private readonly ImmutableArray<PolicyRunner> _runners;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Makes a worker.</summary>
    public Worker(EvaluationPlan plan, CelObserver? observer, CancellationToken cancellationToken)
    {
        _runners = [.. plan.Policies.Select(p => new PolicyRunner(p, cancellationToken) { Observer = observer })];
        _cancellationToken = cancellationToken;
    }

    /// <summary>Evaluates a piece of work.</summary>
    public RangeResult Run(ResourceRange range)
    {
        var result = new RangeResult();
        foreach (var resource in range.Resources())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < _runners.Length; i++)
            {
                if (_runners[i].ResourceType == resource.Reference.Type)
                    result.Findings.Add((i, _runners[i].Run(range.Scope, resource, result.Diagnostics)));
            }
            if (resource.Record is RowRecord { AfterAsOf: not 0 } row)
                ReportAfterAsOf(range.Scope, row, result.Diagnostics);
        }
        if (range.UnlistedUsers() is { } users)
            AddUnlisted(range.Scope, users, range.Scope.Report.Unlisted!, result);
        return result;
    }

    private void AddUnlisted(SnapshotScope scope, ResourceReference users, MissingEvidence missing, RangeResult result)
    {
        for (var i = 0; i < _runners.Length; i++)
        {
            if (_runners[i].ResourceType == users.Type)
                result.Findings.Add((i, _runners[i].RunUnlisted(scope, users, missing)));
        }
    }

    private static void ReportAfterAsOf(SnapshotScope scope, RowRecord row, List<Diagnostic> diagnostics)
    {
        foreach (var column in CredentialReportColumns.All)
        {
            if ((row.AfterAsOf & (1u << column.Ordinal)) == 0 || row.CellAt(column.Ordinal) is not { } cell)
                continue;
            var location = Location.At(scope.Label.Cite(cell.File), cell.Line, cell.Column) with { Field = cell.Field };
            diagnostics.Add(Diagnostic.Create(
                RuntimeDescriptors.AfterAsOf, location,
                cell.Field, cell.Value, Instants.ToText(scope.AsOfTime!.Value)));
        }
    }
}
