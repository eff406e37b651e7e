using PolicyEval.Language.Binding;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>
/// The fields and variables that are known not to be null at a place. Filled and emptied like a stack while a tree is
/// walked. A term of a chain counts for all others, also for those before it: an error of theirs is absorbed.
/// </summary>
internal sealed class NullGuards(CelAssumptions assumptions, SameExpression same)
{
    /// <summary>
    /// How many nodes are looked at for one condition: variables that name each other many times over would take
    /// for ever.
    /// </summary>
    private const int LookedAtMax = 2_000;

    private readonly List<(BoundExpression Path, int Chain, int Term)> _guards = [];
    private readonly Dictionary<BoundExpression, List<int>> _byPath = new(same);
    private readonly List<int> _currentTerms = [];
    private int _budget;

    /// <summary>How many guards there are; to go back to.</summary>
    public int Mark => _guards.Count;

    /// <summary>Forgets what was assumed since.</summary>
    public void Undo(int mark)
    {
        for (var i = _guards.Count - 1; i >= mark; i--)
        {
            var indices = _byPath[_guards[i].Path];
            indices.RemoveAt(indices.Count - 1);
        }

        _guards.RemoveRange(mark, _guards.Count - mark);
    }

    /// <summary>Begins a chain of <c>&amp;&amp;</c> or <c>||</c>, each of whose terms guards the others.</summary>
    public int OpenChain(BoundLogical logical)
    {
        var chain = _currentTerms.Count;
        _currentTerms.Add(-1);
        for (var term = 0; term < logical.Terms.Length; term++)
        {
            foreach (var path in Implied(logical.Terms[term], logical.IsAnd))
                Add(path, chain, term);
        }

        return chain;
    }

    /// <summary>Goes on to a term of a chain, which does not guard itself.</summary>
    public void EnterTerm(int chain, int term) => _currentTerms[chain] = term;

    /// <summary>Assumes that a condition has been evaluated to a value.</summary>
    public void Assume(BoundExpression condition, bool value)
    {
        foreach (var path in Implied(condition, value))
            Add(path, -1, -1);
    }

    /// <summary>Whether a field or variable cannot be null here.</summary>
    public bool IsGuarded(BoundExpression path)
    {
        if (!_byPath.TryGetValue(path, out var indices))
            return false;
        foreach (var index in indices)
        {
            var (_, chain, term) = _guards[index];
            if (chain < 0 || _currentTerms[chain] != term)
                return true;
        }

        return false;
    }

    /// <summary>The paths that are not null where a condition has been evaluated to a value.</summary>
    private List<BoundExpression> Implied(BoundExpression condition, bool value)
    {
        _budget = LookedAtMax;
        var paths = new List<BoundExpression>();
        Collect(condition, value, paths);
        return paths;
    }

    private void Collect(BoundExpression node, bool value, List<BoundExpression> paths)
    {
        if (--_budget < 0)
            return;
        switch (node)
        {
            case BoundNot not:
                Collect(not.Operand, !value, paths);
                return;
            case BoundLogical logical when logical.IsAnd == value:
                foreach (var term in logical.Terms)
                    Collect(term, value, paths);
                return;
            case BoundLogical logical:
                CollectCommon([.. logical.Terms.Select(t => (t, t))], value, paths);
                return;
            case BoundConditional conditional:
                CollectBranches(conditional, value, paths);
                return;
            case BoundFieldPresence presence when value:
                paths.Add(new BoundField(
                    presence.Span, presence.Field.Type, presence.Operand, presence.Record, presence.Field));
                return;
            case BoundField field when assumptions.DefinitionOf(field.Record, field.Field) is { } definition:
                Collect(definition.Root, value, paths);
                return;
            case BoundCall call:
                CollectCall(call, value, paths);
                return;
        }
    }

    private void CollectBranches(BoundConditional node, bool value, List<BoundExpression> paths)
    {
        // c ? x : false   is true only where c is
        var alternatives = new List<(BoundExpression, BoundExpression)>(2);
        if (!IsBool(node.WhenTrue, !value))
            alternatives.Add((node.Condition, node.WhenTrue));
        if (!IsBool(node.WhenFalse, !value))
            alternatives.Add((new BoundNot(node.Condition.Span, node.Condition), node.WhenFalse));
        CollectCommon(alternatives, value, paths);
    }

    /// <summary>What all alternatives have in common: a condition that is true, and what then has the value.</summary>
    private void CollectCommon(
        List<(BoundExpression Condition, BoundExpression Result)> alternatives,
        bool value,
        List<BoundExpression> paths)
    {
        List<BoundExpression>? common = null;
        foreach (var (condition, result) in alternatives)
        {
            var own = new List<BoundExpression>();
            if (!ReferenceEquals(condition, result))
                Collect(condition, true, own);
            Collect(result, value, own);
            common = common is null ? own : common.FindAll(p => own.Exists(o => SameExpression.Are(p, o)));
            if (common.Count == 0)
                return;
        }

        paths.AddRange(common ?? []);
    }

    private static void CollectCall(BoundCall call, bool value, List<BoundExpression> paths)
    {
        if (call is { Function.Name: "_==_" or "_!=_", Arguments: [var left, var right] })
        {
            var isEqual = (call.Function.Name == "_==_") == value;
            CollectEquality(left, right, isEqual, paths);
            CollectEquality(right, left, isEqual, paths);
            return;
        }

        // What has a value has not failed on null.
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if (NullPaths.IsPath(call.Arguments[i]) && !NullPaths.TakesNull(call, i))
                paths.Add(call.Arguments[i]);
        }
    }

    private static void CollectEquality(
        BoundExpression path, BoundExpression other, bool isEqual, List<BoundExpression> paths)
    {
        if (!NullPaths.IsPath(path))
            return;
        var isNull = other is BoundConstant { Value.Kind: CelKind.Null };
        var isValue = !isNull && other.Type.Kind is not (CelTypeKind.Wrapper or CelTypeKind.Dyn or CelTypeKind.Null);
        if ((isNull && !isEqual) || (isValue && isEqual))
            paths.Add(path);
    }

    private static bool IsBool(BoundExpression node, bool value) =>
        node is BoundConstant { Value.Kind: CelKind.Bool } constant && constant.Value.AsBool == value;

    private void Add(BoundExpression path, int chain, int term)
    {
        if (!_byPath.TryGetValue(path, out var indices))
            _byPath.Add(path, indices = []);
        indices.Add(_guards.Count);
        _guards.Add((path, chain, term));
    }
}
