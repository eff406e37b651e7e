using System.Collections.Concurrent;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Signatures;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Runs a plan: pieces of work are evaluated in parallel, a bounded number ahead, and handed on in order by the calling
/// thread. So the result does not depend on the degree, and memory stays flat.
/// </summary>
internal sealed class EvaluationDriver
{
    /// <summary>
    /// Pieces that wait for each thread, so that none is idle while the calling thread hands on what others gave.
    /// </summary>
    private const int AheadOfThread = 4;

    private readonly EvaluationPlan _plan;
    private readonly IResultSink _sink;
    private readonly int _degree;
    private readonly CancellationToken _cancellationToken;
    private readonly WaiverTally _waivers;
    private readonly RunTally _tally;
    private readonly HashSet<string> _types;
    private readonly Func<IFindingTracer> _tracers;
    private readonly TraceBudget _traces;
    private readonly SignatureLayouts _layouts;
    private FindingBudget _budget = FindingBudget.All;
    private readonly ConcurrentBag<Worker> _idle = [];

    /// <summary>Prepares a run.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sink">Takes the results.</param>
    /// <param name="degree">How many pieces of work are evaluated at a time.</param>
    /// <param name="tracers">Makes what says of findings how they came about, one for a thread.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public EvaluationDriver(
        EvaluationPlan plan,
        IResultSink sink,
        int degree,
        Func<IFindingTracer> tracers,
        CancellationToken cancellationToken)
    {
        _tracers = tracers;
        _traces = new TraceBudget(plan.Policies.Length, plan.TracesMax);
        _plan = plan;
        _sink = sink;
        _degree = degree;
        _cancellationToken = cancellationToken;
        _waivers = new WaiverTally(plan);
        _tally = new RunTally(plan, _waivers);
        _layouts = SignaturePlanner.Of(plan.Policies);
        _types = [.. plan.Policies.Select(p => p.Compiled.Policy.Resource)];
    }

    /// <summary>Who watches the expressions, or null. Then the degree is 1.</summary>
    public CelObserver? Observer { get; init; }

    /// <summary>Runs.</summary>
    public RunFooter Run()
    {
        _sink.Begin(_plan.Header);
        _budget = new FindingBudget(_plan.Policies.Length, WantedOf);
        foreach (var scope in _plan.Snapshots)
        {
            if (_degree == 1)
                RunInOrder(scope);
            else
                RunAhead(scope);
            foreach (var diagnostic in LateDates.Of(scope))
                _tally.Add(diagnostic);
        }
        var footer = _tally.ToFooter();
        _sink.End(footer);
        return footer;
    }

    private void RunInOrder(SnapshotScope scope)
    {
        foreach (var range in RangesOf(scope))
            Take(scope, Evaluate(range));
    }

    private void RunAhead(SnapshotScope scope)
    {
        var running = new Queue<Task<RangeResult>>();
        var workers = new TaskFactory<RangeResult>(
            _cancellationToken, TaskCreationOptions.None, TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, _degree).ConcurrentScheduler);
        try
        {
            foreach (var range in RangesOf(scope))
            {
                if (running.Count == _degree * AheadOfThread)
                    Take(scope, running.Dequeue().GetAwaiter().GetResult());
                running.Enqueue(workers.StartNew(() => Evaluate(range)));
            }
            while (running.Count > 0)
                Take(scope, running.Dequeue().GetAwaiter().GetResult());
        }
        finally
        {
            // After a cancellation or a sink that throws nobody asks for the rest, but it must not run on behind the
            // caller.
            foreach (var task in running)
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }

    private IEnumerable<ResourceRange> RangesOf(SnapshotScope scope)
    {
        var census = CensusPlanner.Find(scope, _layouts.OfBareReports, _plan.Policies);
        if (Observer is not null || census is null)
            return ResourceRange.Of(scope, _types, !_budget.WantsPasses);
        var worker = TakeWorker();
        var known = worker.Learn(scope, census);
        _idle.Add(worker);
        var walk = new CensusWalk(scope, census, known, _layouts.OfBareReports, _budget);
        return ResourceRange.Of(scope, _types, !_budget.WantsPasses, walk);
    }

    private RangeResult Evaluate(ResourceRange range)
    {
        var worker = TakeWorker();
        var result = worker.Run(range);
        _idle.Add(worker);
        return result;
    }

    private Worker TakeWorker()
    {
        if (_idle.TryTake(out var worker))
            return worker;

        // An observer is to see every expression, so with one no row stands for others.
        var layouts = Observer is null ? _layouts : SignatureLayouts.None;
        return new Worker(_plan, _budget, layouts, _tracers(), _traces, _cancellationToken) { Observer = Observer };
    }

    private void Take(SnapshotScope scope, RangeResult result)
    {
        foreach (var (policy, unwaived) in result.Findings)
            Take(scope, policy, unwaived);
        foreach (var count in result.Counts)
            Count(scope, count);
        foreach (var diagnostic in result.Diagnostics)
            _tally.Add(diagnostic);
    }

    private void Take(SnapshotScope scope, int policy, Finding unwaived)
    {
        if (!_budget.Admit(policy, unwaived.Outcome))
        {
            Count(scope, new FindingCount(policy, unwaived.Resource.Account, unwaived.Outcome, 1)
            {
                MissingFile = Verdict.Of(unwaived).Counted.MissingFile,
            });
            return;
        }

        var waived = _waivers.Apply(scope, unwaived);
        var finding = _traces.Admit(policy, _plan.Baseline?.Mark(waived) ?? waived);
        _tally.Add(scope, policy, finding);
        _sink.Add(finding);
    }

    private void Count(SnapshotScope scope, in FindingCount count)
    {
        _tally.Add(scope, count);
        _sink.Count(new CountedFindings(
            _plan.Header.Policies[count.Policy], scope.Snapshot.Digest, count.Account, count.Outcome, count.Count));
    }

    /// <summary>
    /// How many findings are wanted. A failure that a waiver or a baseline may be about has to be there to be looked
    /// at, and an error is never only counted.
    /// </summary>
    private int WantedOf(int policy, Outcome outcome) =>
        outcome == Outcome.Error
        || (outcome == Outcome.Fail && (!_plan.Waivers.IsEmpty || _plan.Baseline is not null))
            ? int.MaxValue
            : _sink.Wanted(_plan.Header.Policies[policy], outcome);
}
