using System.Collections.Immutable;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation;

/// <summary>Applies policies to snapshots. The second door of this room.</summary>
public static class Evaluator
{
    /// <summary>
    /// Makes what looks at the rows of a bare report that is too large to be held while it is opened, so that a run
    /// counts by it what it would have to read again; for <see cref="Snapshots.Verification.VerifyOptions.Watchers"/>.
    /// Null where it would tell nothing. What is wrong with the request, <see cref="Prepare"/> says.
    /// </summary>
    /// <param name="library">The policies and frameworks.</param>
    /// <param name="request">What the user will ask for.</param>
    public static IRowWatcher? Watch(PolicyLibrary library, EvaluationRequest request) =>
        CensusPlanner.Of(library, request);

    /// <summary>
    /// Resolves names, parameters and times, and compiles the policies. Whatever is wrong is a diagnostic; an error
    /// among them, of the library or the snapshots too, means that there is no plan.
    /// </summary>
    /// <param name="library">The policies and frameworks.</param>
    /// <param name="snapshots">What opening the snapshots gave, at least one, in the order given.</param>
    /// <param name="request">What the user asks for.</param>
    public static Preparation Prepare(
        PolicyLibrary library, ImmutableArray<SnapshotResult> snapshots, EvaluationRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfZero(snapshots.Length);
        return Planner.Prepare(library, snapshots, request);
    }

    /// <summary>
    /// Evaluates. The sink gets the findings in the order of snapshots, files, lines and policies, whatever the degree;
    /// memory stays flat. Returns what the sink got last.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sink">Takes the results, on the calling thread.</param>
    /// <param name="degreeOfParallelism">How many rows are evaluated at a time, at least 1.</param>
    /// <param name="cancellationToken">Ends the run; the sink then never reaches its end.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="Snapshots.Sources.EvidenceReadException">
    /// A large file was changed since it was opened; nothing of the run may stand.
    /// </exception>
    public static RunFooter Run(
        EvaluationPlan plan, IResultSink sink, int degreeOfParallelism, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreeOfParallelism, 1);
        return Driver(plan, sink, degreeOfParallelism, cancellationToken).Run();
    }

    /// <summary>
    /// The same, one resource after the other, while an observer watches every node of every expression. It sees the
    /// trees of the plan's own expressions.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RunFooter Run(
        EvaluationPlan plan, IResultSink sink, CelObserver observer, CancellationToken cancellationToken = default) =>
        Driver(plan, sink, degree: 1, cancellationToken, observer).Run();

    private static EvaluationDriver Driver(
        EvaluationPlan plan,
        IResultSink sink,
        int degree,
        CancellationToken cancellationToken,
        CelObserver? observer = null) =>
        new(plan, sink, degree, () => new FindingTracer(plan, cancellationToken), cancellationToken)
        {
            Observer = observer,
        };
}
