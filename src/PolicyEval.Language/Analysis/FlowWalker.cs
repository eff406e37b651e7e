using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Analysis;

/// <summary>
/// Walks a tree in the order of evaluation and knows at each node which conditions have been true or false on the way
/// to it: finds conditions that are decided already, and nulls where a value is needed.
/// </summary>
internal sealed class FlowWalker
{
    private readonly Findings _findings;
    private readonly CelAssumptions _assumptions;
    private readonly Truths _truths;
    private readonly NullGuards _guards;
    private readonly List<NullRequirement> _requirements = [];
    private readonly HashSet<BoundExpression> _reportedPaths;
    private readonly HashSet<LocalSymbol> _trusted = new(ReferenceEqualityComparer.Instance);

    public FlowWalker(Findings findings, CelAssumptions assumptions)
    {
        var same = new SameExpression();
        _findings = findings;
        _assumptions = assumptions;
        _truths = new Truths(same);
        _guards = new NullGuards(assumptions, same);
        _reportedPaths = new HashSet<BoundExpression>(same);
        foreach (var (condition, value) in assumptions.Conditions)
            _guards.Assume(condition.Root, value);
    }

    /// <summary>What must not be null where the expression is named, if it is deferred.</summary>
    public IEnumerable<NullRequirement> Requirements => _requirements;

    /// <summary>Walks a condition: an expression of type bool that decides something.</summary>
    public void VisitCondition(BoundExpression node)
    {
        if (_truths.Decide(node) is { } verdict)
            Report(node, verdict);
        else
            Visit(node);
    }

    private void Report(BoundExpression node, Verdict verdict)
    {
        var value = verdict.Value ? "true" : "false";
        if (verdict.Cause is null)
        {
            _findings.Report(AnalysisDescriptors.AlwaysDecided, node.Span, _findings.Quote(node), value);
            return;
        }

        _findings.Report(
            AnalysisDescriptors.DecidedHere,
            node.Span,
            _findings.Quote(node),
            value,
            _findings.Quote(verdict.Cause),
            verdict.CauseValue ? "true" : "false");
    }

    /// <summary>Walks an expression.</summary>
    public void Visit(BoundExpression node)
    {
        switch (node)
        {
            case BoundLogical logical:
                VisitChain(logical);
                return;
            case BoundConditional conditional:
                VisitConditional(conditional);
                return;
            case BoundComprehension loop:
                VisitLoop(loop);
                return;
            case BoundCall call:
                for (var i = 0; i < call.Arguments.Length; i++)
                {
                    if (!NullPaths.TakesNull(call, i))
                        RequireValue(call.Arguments[i], call);
                }

                break;
            case BoundField field:
                VisitDefinition(field);
                break;
        }

        foreach (var child in node.Children)
            Visit(child);
    }

    private void VisitConditional(BoundConditional conditional)
    {
        VisitBranching(conditional.Condition);
        Under(conditional.Condition, true, () => Visit(conditional.WhenTrue));
        Under(conditional.Condition, false, () => Visit(conditional.WhenFalse));
    }

    private void VisitChain(BoundLogical logical)
    {
        var (truths, guards) = (_truths.Mark, _guards.Mark);
        var chain = _guards.OpenChain(logical);
        for (var i = 0; i < logical.Terms.Length; i++)
        {
            _guards.EnterTerm(chain, i);
            VisitTerm(logical.Terms[i], logical.IsAnd, truths);
            _truths.Assume(logical.Terms[i], logical.IsAnd);
        }

        _truths.Undo(truths);
        _guards.Undo(guards);
    }

    /// <summary>
    /// A term that adds nothing is found where the chain itself has asked for it before. That of <c>a || !a &amp;&amp;
    /// b</c> is spelled out for the reader; a term that decides its chain is always a mistake.
    /// </summary>
    private void VisitTerm(BoundExpression term, bool neutral, int mark)
    {
        if (_truths.Decide(term) is { } verdict
            && (verdict.Value != neutral || verdict.Mark >= mark || !Atom.IsOpposite(verdict.Cause, term)))
            Report(term, verdict);
        else
            Visit(term);
    }

    /// <summary>
    /// The condition of a branching: the last of <c>a ? 1 : !a ? 2 : 3</c> is spelled out for the reader.
    /// </summary>
    private void VisitBranching(BoundExpression condition)
    {
        if (_truths.Decide(condition) is { } verdict
            && (!verdict.Value || !Atom.IsOpposite(verdict.Cause, condition)))
            Report(condition, verdict);
        else
            Visit(condition);
    }

    private void VisitLoop(BoundComprehension loop)
    {
        Visit(loop.Range);

        // What a filter has asked of the elements holds in the loop over its result.
        if (Defined(loop.Range) is BoundComprehension { Loop: ComprehensionKind.Filter or ComprehensionKind.Map })
            _trusted.UnionWith(loop.Variables);
        if (loop.Condition is { } condition)
            VisitCondition(condition);
        if (loop is { Result: { } result, Condition: { } filter })
            Under(filter, true, () => Visit(result));
        else if (loop.Result is { } element)
            Visit(element);
    }

    /// <summary>What a variable of the policy is computed from, as far as names lead; else the expression.</summary>
    private BoundExpression Defined(BoundExpression node)
    {
        while (node is BoundField field && _assumptions.DefinitionOf(field.Record, field.Field) is { } definition)
            node = definition.Root;
        return node;
    }

    private void VisitDefinition(BoundField field)
    {
        if (_assumptions.DefinitionOf(field.Record, field.Field) is not { } definition)
            return;
        foreach (var requirement in definition.Requirements)
        {
            if (!_guards.IsGuarded(requirement.Path))
                Require(requirement);
        }
    }

    /// <summary>Looks at an argument that must not be null, in each branch that it may come from.</summary>
    private void RequireValue(BoundExpression argument, BoundCall call)
    {
        if (argument is BoundConditional conditional)
        {
            Under(conditional.Condition, true, () => RequireValue(conditional.WhenTrue, call));
            Under(conditional.Condition, false, () => RequireValue(conditional.WhenFalse, call));
            return;
        }

        if (!NullPaths.IsPath(argument) || _guards.IsGuarded(argument))
            return;
        if (NullPaths.RootLocal(argument) is { } local && _trusted.Contains(local.Symbol))
            return;
        var diagnostic = _findings.Make(
            AnalysisDescriptors.UnguardedNull, argument.Span, _findings.Quote(argument), Findings.NameOf(call));
        var isEvidence = argument is BoundField { Field.IsEvidence: true };
        Require(new NullRequirement(
            argument,
            diagnostic with { Suggestion = isEvidence ? $"require({_findings.Whole(argument)})" : null }));
    }

    private void Require(NullRequirement requirement)
    {
        // One message about one field: who guards it has mended them all.
        if (!_reportedPaths.Add(requirement.Path))
            return;
        if (_assumptions.IsDeferred)
            _requirements.Add(requirement);
        else
            _findings.Add(requirement.Diagnostic);
    }

    private void Under(BoundExpression condition, bool value, Action visit)
    {
        var (truths, guards) = (_truths.Mark, _guards.Mark);
        _truths.Assume(condition, value);
        _guards.Assume(condition, value);
        visit();
        _truths.Undo(truths);
        _guards.Undo(guards);
    }
}
