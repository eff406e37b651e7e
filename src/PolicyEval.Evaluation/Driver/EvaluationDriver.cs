using System.Collections.Concurrent;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Signatures;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Runs a plan: pieces of work are evaluated in parallel, a bounded number ahead, and handed on in order by the calling
/// thread. So the result does not depend on the degree, and memory stays flat.
/// </summary>
internal sealed class EvaluationDriver
{
    /// <summary>
    /// Pieces of work for each thread: while the calling thread hands on what one gave, none is idle.
    /// </summary>
    private const int PiecesOfThread = 4;

    /// <summary>Signatures whose verdicts are found in one piece of work.</summary>
    private const int KindsOfPiece = 256;

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
        foreach (var (scope, result) in Ahead.Of(
            Pieces(), _degree, Evaluate, _cancellationToken, PiecesOfThread))
        {
            if (result is not null)
            {
                Take(scope.Planned, result);
                continue;
            }

            foreach (var diagnostic in LateDates.Of(scope))
                _tally.Add(diagnostic);
        }

        var footer = _tally.ToFooter();
        _sink.End(footer);
        return footer;
    }

    /// <summary>
    /// The pieces of all snapshots, and behind those of each its end. Some snapshots are opened ahead, and each is let
    /// go when nobody works on it any more.
    /// </summary>
    private IEnumerable<(SnapshotScope Scope, ResourceRange? Range)> Pieces()
    {
        foreach (var scope in Ahead.Of(
            _plan.Snapshots, _degree, snapshot => snapshot.Open(_cancellationToken), _cancellationToken))
        {
            foreach (var range in RangesOf(scope))
                yield return (scope, range);
            yield return (scope, null);
        }
    }

    private IEnumerable<ResourceRange> RangesOf(SnapshotScope scope)
    {
        var census = CensusPlanner.Find(scope, _layouts.OfBareReports, _plan.Policies);
        if (Observer is not null || census is null)
            return ResourceRange.Of(scope, _types, !_budget.WantsPasses);
        var kinds = census.NewKinds();
        foreach (var _ in Ahead.Of(kinds.Chunk(KindsOfPiece), _degree, some => Learn(scope, some), _cancellationToken))
        {
        }

        var walk = new CensusWalk(scope, census, kinds, _layouts.OfBareReports, _budget);
        return ResourceRange.Of(scope, _types, !_budget.WantsPasses, walk);
    }

    private (SnapshotScope Scope, RangeResult? Result) Evaluate((SnapshotScope Scope, ResourceRange? Range) piece) =>
        (piece.Scope, piece.Range is null ? null : Evaluate(piece.Range));

    private RangeResult Evaluate(ResourceRange range)
    {
        var worker = TakeWorker();
        var result = worker.Run(range);
        _idle.Add(worker);
        return result;
    }

    private SignatureEntry[] Learn(SnapshotScope scope, SignatureEntry[] kinds)
    {
        var worker = TakeWorker();
        worker.Learn(scope, kinds);
        _idle.Add(worker);
        return kinds;
    }

    private Worker TakeWorker()
    {
        if (_idle.TryTake(out var worker))
            return worker;

        // An observer is to see every expression, so with one no row stands for others.
        var layouts = Observer is null ? _layouts : SignatureLayouts.None;
        return new Worker(_plan, _budget, layouts, _tracers(), _traces, _cancellationToken) { Observer = Observer };
    }

    private void Take(PlannedSnapshot snapshot, RangeResult result)
    {
        var refused = new HashSet<int>();
        for (var i = 0; i < result.Findings.Count; i++)
        {
            if (!TryTake(snapshot, result.Findings[i].Policy, result.Findings[i].Finding))
                refused.Add(i);
        }

        foreach (var count in result.Counts)
            Count(snapshot, count);
        foreach (var diagnostic in result.DiagnosticsWithout(refused))
            _tally.Add(diagnostic);
    }

    /// <summary>Hands a finding on; false where it is only counted, because nobody wants it any more.</summary>
    private bool TryTake(PlannedSnapshot snapshot, int policy, Finding unwaived)
    {
        if (!_budget.Admit(policy, unwaived.Outcome))
        {
            Count(snapshot, FindingCount.Of(policy, unwaived.Resource.Account, Verdict.Of(unwaived).Counted));
            return false;
        }

        var waived = _waivers.Apply(snapshot, unwaived);
        var finding = _traces.Admit(policy, _plan.Baseline?.Mark(waived) ?? waived);
        _tally.Add(snapshot, policy, finding);
        _sink.Add(finding);
        return true;
    }

    private void Count(PlannedSnapshot snapshot, in FindingCount count)
    {
        _tally.Add(snapshot, count);
        _sink.Count(new CountedFindings(
            _plan.Header.Policies[count.Policy], snapshot.Outline.Digest, count.Account, count.Outcome, count.Count));
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
