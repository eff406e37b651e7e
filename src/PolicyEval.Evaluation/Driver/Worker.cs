using System.Collections.Immutable;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Driver;

/// <summary>All policies of a plan with the scratch space of one thread.</summary>
internal sealed class Worker
{
    private readonly ImmutableArray<PolicyRunner> _runners;
    private readonly IFindingTracer _tracer;
    private readonly TraceBudget _traces;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Makes a worker.</summary>
    public Worker(
        EvaluationPlan plan,
        CelObserver? observer,
        IFindingTracer tracer,
        TraceBudget traces,
        CancellationToken cancellationToken)
    {
        _runners = [.. plan.Policies.Select(p => new PolicyRunner(p, cancellationToken) { Observer = observer })];
        _tracer = tracer;
        _traces = traces;
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
                if (_runners[i].IsFor(resource.Reference) && range.IsFor(_runners[i].Policy))
                    result.Findings.Add((i, Evaluate(i, range.Scope, resource, result)));
            }
            if (resource.Record is RowRecord { AfterAsOf: not 0 } row)
                result.Diagnostics.AddRange(LateDates.In(range.Scope, row));
        }
        for (var i = 0; i < _runners.Length; i++)
        {
            foreach (var standIn in range.StandInsFor(_runners[i].Policy))
            {
                if (_runners[i].IsFor(standIn.Reference))
                    result.Findings.Add((i, _runners[i].Run(range.Scope, standIn)));
            }
        }
        return result;
    }

    private Finding Evaluate(int policy, SnapshotScope scope, ResourceItem resource, RangeResult result)
    {
        var finding = _runners[policy].Run(scope, resource, result.Diagnostics);
        return _traces.Wants(policy, finding) ? _tracer.Trace(policy, scope, resource, finding) : finding;
    }
}
