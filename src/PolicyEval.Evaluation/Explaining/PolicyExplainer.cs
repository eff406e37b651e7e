using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>
/// Runs one policy on resources and says of each why it came to its verdict. Slow and exact; used by one thread.
/// </summary>
internal sealed class PolicyExplainer
{
    private readonly CompiledPolicy _policy;
    private readonly PolicyRunner _runner;
    private readonly EvaluationRecorder _recorder;

    /// <summary>Prepares a policy.</summary>
    public PolicyExplainer(PlannedPolicy planned, CancellationToken cancellationToken)
    {
        _policy = planned.Compiled;
        _recorder = new EvaluationRecorder(Expressions().Select(e => e.Tree));
        _runner = new PolicyRunner(planned, 0, FindingBudget.All, cancellationToken);
    }

    /// <summary>The verdict about a resource, without its explanation.</summary>
    public Outcome OutcomeOf(Candidate candidate)
    {
        _runner.Observer = null;
        return Run(candidate, []).Outcome;
    }

    /// <summary>Why the policy comes to its verdict about a resource.</summary>
    /// <param name="candidate">The resource; of what stands in its place nothing is evaluated.</param>
    /// <param name="diagnostics">Takes what the run reports.</param>
    public ExplainedResource Explain(Candidate candidate, List<Diagnostic> diagnostics)
    {
        _recorder.Reset();
        _runner.Observer = _recorder;
        var finding = Run(candidate, diagnostics);
        if (candidate.Resource is null)
            return new ExplainedResource(finding, [], [], []);
        var variables = Variables();
        var roots = variables.ToDictionary(v => v.Name, v => v.Root, StringComparer.Ordinal);
        return new ExplainedResource(finding, Rules(roots), variables, Messages());
    }

    private Finding Run(Candidate candidate, List<Diagnostic> diagnostics)
    {
        if (candidate.Resource is not { } resource)
            return _runner.Run(candidate.Scope, candidate.StandIn!).Finding!;
        var verdict = _runner.Run(candidate.Scope, resource, diagnostics);
        diagnostics.AddRange(verdict.Said);
        return verdict.Finding!;
    }

    private ImmutableArray<ExplainedExpression> Rules(IReadOnlyDictionary<string, ExplainedNode> variables)
    {
        var conditions = _policy.MatchConditions.Zip(_policy.Policy.MatchConditions, (rule, condition) =>
            Explain(ExplainedRole.MatchCondition, condition.Name, rule.Expression));
        var validations = _policy.Validations.Select(rule =>
            Explain(ExplainedRole.Validation, rule.Reason, rule.Expression));
        return
        [
            .. conditions.Concat(validations)
                .Select(rule => rule with { Because = Reasons.Of(rule.Role, rule.Root, variables) }),
        ];
    }

    private ImmutableArray<ExplainedExpression> Variables() =>
        Evaluated(_policy.Variables.Zip(_policy.Policy.Variables, (expression, variable) =>
            Explain(ExplainedRole.Variable, variable.Name, expression)));

    private ImmutableArray<ExplainedExpression> Messages()
    {
        var ofRules = _policy.MatchConditions.Concat(_policy.Validations)
            .Where(rule => rule.Message?.Expression is not null)
            .Select(rule => Explain(ExplainedRole.Message, rule.Reason, rule.Message!.Expression!));
        var ofPass = _policy.PassMessage?.Expression is { } pass
            ? new[] { Explain(ExplainedRole.Message, "", pass) } : [];
        return Evaluated(ofRules.Concat(ofPass));
    }

    private ExplainedExpression Explain(ExplainedRole role, string name, CompiledExpression expression)
    {
        var text = expression.Text;
        var root = expression.Tree;
        var explained = new NodeExplainer(text.Content)
            .Explain(root, _recorder.Find(root), SkipReason.NotReached);
        var place = Location.Of(text, new TextSpan(0, text.Content.Length));
        return new ExplainedExpression(role, name, place, OneLine.Of(text.Content), explained);
    }

    private IEnumerable<CompiledExpression> Expressions() =>
        _policy.Variables
            .Concat(_policy.MatchConditions.Concat(_policy.Validations).SelectMany(ExpressionsOf))
            .Concat(ExpressionsOf(_policy.PassMessage));

    private static IEnumerable<CompiledExpression> ExpressionsOf(CompiledRule rule) =>
        ExpressionsOf(rule.Message).Prepend(rule.Expression);

    private static IEnumerable<CompiledExpression> ExpressionsOf(CompiledMessage? message) =>
        message?.Expression is { } expression ? [expression] : [];

    private static ImmutableArray<ExplainedExpression> Evaluated(IEnumerable<ExplainedExpression> all) =>
        [.. all.Where(e => e.Value is not null)];
}
