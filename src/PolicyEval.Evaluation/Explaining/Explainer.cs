using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>Says why policies come to their verdicts. The door of this folder.</summary>
public sealed class Explainer
{
    private const string Root = "root";
    private const int ShownMax = 5;

    private readonly EvaluationPlan _plan;
    private readonly ImmutableArray<SnapshotScope> _scopes;
    private readonly ExplainRequest _request;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Diagnostic> _found = [];

    private Explainer(EvaluationPlan plan, ExplainRequest request, CancellationToken cancellationToken)
    {
        _plan = plan;
        _scopes = [.. plan.Snapshots.Select(snapshot => snapshot.Open(cancellationToken))];
        _request = request;
        _cancellationToken = cancellationToken;
    }

    /// <summary>
    /// Evaluates the policies of a plan and explains some verdicts: of the resource that is named, else of those that
    /// did not pass first. A resource that no policy knows is a diagnostic.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Explanation Explain(
        EvaluationPlan plan, ExplainRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1);
        return new Explainer(plan, request, cancellationToken).Explain();
    }

    private Explanation Explain()
    {
        var policies = _plan.Policies.Select(Explain).ToImmutableArray();
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(_plan.Diagnostics);
        if (_request.Resource is { } name && policies.All(p => p.Resources.IsEmpty))
        {
            ReportUnknown(name, diagnostics);
            policies = [];
        }
        _found.AddRange(_scopes.SelectMany(LateDates.Of));
        diagnostics.AddRange(_found.DistinctBy(d => d.ToString()));
        return new Explanation(_plan.Header, policies, [.. diagnostics]);
    }

    private ExplainedPolicy Explain(PlannedPolicy planned, int index)
    {
        var explainer = new PolicyExplainer(planned, _cancellationToken);
        var choice = new CandidateChoice(_request.Resource is null ? _request.Limit : int.MaxValue);
        foreach (var candidate in Candidate.Of(_scopes, planned.Compiled))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (!planned.Accounts.Takes(candidate.Reference.Account))
                continue;
            if (_request.Resource is null)
                choice.Add(candidate, explainer.OutcomeOf(candidate));
            else if (IsNamed(candidate.Reference, _request.Resource))
                choice.Add(candidate, explainer.OutcomeOf(candidate));
        }
        return new ExplainedPolicy(
            _plan.Header.Policies[index], planned.Compiled.Policy.Resource, InputsOf(planned), choice.Counts,
            [.. choice.Chosen.Select(candidate => explainer.Explain(candidate, _found))]);
    }

    private ImmutableArray<ExplainedInput> InputsOf(PlannedPolicy planned)
    {
        var result = ImmutableArray.CreateBuilder<ExplainedInput>();
        foreach (var param in planned.Params)
        {
            result.Add(new ExplainedInput($"params.{param.Param.Name}", param.Value.Text, OriginOf(param))
            {
                Source = param.Source,
            });
        }
        foreach (var scope in _scopes)
        {
            var origin = scope.AsOfTime is null ? InputOrigin.Nobody
                : _plan.Header.Options.AsOf is null ? InputOrigin.Evidence
                : InputOrigin.Option;
            result.Add(new ExplainedInput(
                "asOf", scope.AsOfTime is { } time ? Instants.ToText(time) : "", origin));
        }
        return result.ToImmutable();
    }

    private static InputOrigin OriginOf(EffectiveParam param) =>
        param.Source == EffectiveParam.Option ? InputOrigin.Option
        : param.Source.Length > 0 ? InputOrigin.Settings
        : param.Standard.Text != param.Param.Default.Text ? InputOrigin.Framework
        : InputOrigin.Policy;

    private static bool IsNamed(ResourceReference reference, string name) =>
        reference.Id == name || reference.Arn == name
        || (reference.Type == ResourceSchema.RootType && name == Root);

    private void ReportUnknown(string name, DiagnosticBag diagnostics)
    {
        var types = _plan.Policies.Select(p => p.Compiled.Policy.Resource).Distinct().ToArray();
        var ids = _plan.Policies.SelectMany(p => Candidate.Of(_scopes, p.Compiled)).Select(IdOf)
            .Distinct(StringComparer.Ordinal).ToArray();
        var shown = ids.Length is > 0 and <= ShownMax ? $"; it has {string.Join(", ", ids)}" : "";
        diagnostics.ReportName(
            OptionDescriptors.UnknownResource, Location.None, name, ids, name, string.Join(", ", types), shown);
    }

    private static string IdOf(Candidate candidate) =>
        candidate.Reference.Type == ResourceSchema.RootType ? Root : candidate.Reference.Id;
}
