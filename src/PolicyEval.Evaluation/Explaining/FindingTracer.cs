using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>Adds to findings how they came about, by running their policy on the resource again.</summary>
/// <param name="plan">The plan.</param>
/// <param name="cancellationToken">Ends the run.</param>
internal sealed class FindingTracer(EvaluationPlan plan, CancellationToken cancellationToken) : IFindingTracer
{
    private readonly PolicyExplainer?[] _explainers = new PolicyExplainer?[plan.Policies.Length];

    /// <inheritdoc/>
    public Finding Trace(int policy, SnapshotScope scope, ResourceItem resource, Finding finding)
    {
        var explainer = _explainers[policy] ??= new PolicyExplainer(plan.Policies[policy], cancellationToken);

        // What this run reports the first has reported.
        var explained = explainer.Explain(new Candidate(scope, resource, null), []);
        return finding with { Trace = RuleTracer.Of(explained) };
    }
}
