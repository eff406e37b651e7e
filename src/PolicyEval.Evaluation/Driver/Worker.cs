using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Signatures;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Driver;

/// <summary>All policies of a plan with the scratch space of one thread.</summary>
internal sealed class Worker
{
    private readonly ImmutableArray<PolicyRunner> _runners;
    private readonly IFindingTracer _tracer;
    private readonly TraceBudget _traces;
    private readonly CancellationToken _cancellationToken;
    private readonly RowScanner _reports;
    private readonly RowScanner _bareReports;

    /// <summary>Makes a worker.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="budget">Which findings are wanted.</param>
    /// <param name="layouts">Of what the signatures of rows are made.</param>
    /// <param name="tracer">Says of findings how they came about.</param>
    /// <param name="traces">Says which of them are to say it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public Worker(
        EvaluationPlan plan,
        FindingBudget budget,
        SignatureLayouts layouts,
        IFindingTracer tracer,
        TraceBudget traces,
        CancellationToken cancellationToken)
    {
        _runners =
        [
            .. plan.Policies.Select((policy, i) => new PolicyRunner(policy, i, budget, cancellationToken)),
        ];
        _tracer = tracer;
        _traces = traces;
        _cancellationToken = cancellationToken;
        _reports = new RowScanner(_runners, budget, layouts.OfReports, Evaluate);
        _bareReports = new RowScanner(_runners, budget, layouts.OfBareReports, Evaluate);
    }

    /// <summary>Who watches the expressions, or null.</summary>
    public CelObserver? Observer
    {
        init
        {
            foreach (var runner in _runners)
                runner.Observer = value;
        }
    }

    /// <summary>Evaluates a piece of work.</summary>
    public RangeResult Run(ResourceRange range)
    {
        var result = new RangeResult();
        if (range is CensusRange counted)
            result.Counts.AddRange(counted.Counts);
        if (range is RowRange rows)
            (range.Scope.IsBareReport ? _bareReports : _reports).Run(rows, result, _cancellationToken);
        else
            RunEach(range, result);
        for (var i = 0; i < _runners.Length; i++)
        {
            foreach (var standIn in range.StandInsFor(_runners[i].Policy))
            {
                if (_runners[i].IsFor(standIn.Reference))
                    Keep(i, standIn.Reference.Account, _runners[i].Run(range.Scope, standIn), result);
            }
        }

        return result;
    }

    /// <summary>Finds the verdicts of signatures of a bare report, each by its first row.</summary>
    public void Learn(SnapshotScope scope, IReadOnlyList<SignatureEntry> kinds) =>
        _bareReports.Learn(scope, kinds, _cancellationToken);

    private void RunEach(ResourceRange range, RangeResult result)
    {
        foreach (var resource in range.Resources())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < _runners.Length; i++)
            {
                if (_runners[i].IsFor(resource.Reference) && range.IsFor(_runners[i].Policy))
                    Evaluate(i, range.Scope, resource, result);
            }

            result.Diagnostics.AddRange(LateDates.In(range.Scope, resource));
        }
    }

    private Verdict Evaluate(int policy, SnapshotScope scope, ResourceItem resource, RangeResult result)
    {
        var verdict = _runners[policy].Run(scope, resource, result.Diagnostics);
        if (verdict.Finding is { } finding && _traces.Wants(policy, finding))
            verdict = Verdict.Of(_tracer.Trace(policy, scope, resource, finding)) with { Said = verdict.Said };
        Keep(policy, resource.Reference.Account, verdict, result);
        return verdict;
    }

    private static void Keep(int policy, string account, Verdict verdict, RangeResult result)
    {
        if (verdict.Finding is { } finding)
        {
            result.Add(policy, finding, verdict.Said);
            return;
        }

        result.Counts.Add(FindingCount.Of(policy, account, verdict));
    }
}
