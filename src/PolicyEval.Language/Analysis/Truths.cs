using PolicyEval.Language.Binding;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>
/// The conditions that are known to be true or false at a place, and what follows from them. Filled and emptied like a
/// stack while a tree is walked.
/// </summary>
internal sealed class Truths
{
    /// <summary>How many facts about one operand are looked at: long chains of constants are no mistakes.</summary>
    private const int RelatedMax = 32;

    private readonly List<Fact> _facts = [];
    private readonly Dictionary<BoundExpression, List<int>> _byOperand;

    public Truths(SameExpression same) => _byOperand = new Dictionary<BoundExpression, List<int>>(same);

    /// <summary>How many facts there are; to go back to.</summary>
    public int Mark => _facts.Count;

    /// <summary>Forgets what was assumed since.</summary>
    public void Undo(int mark)
    {
        for (var i = _facts.Count - 1; i >= mark; i--)
        {
            Forget(_facts[i].Atom.Left);
            if (_facts[i].Atom is { Kind: AtomKind.Less, Right: { } right })
                Forget(right);
        }

        _facts.RemoveRange(mark, _facts.Count - mark);
    }

    /// <summary>Assumes that a condition has a value.</summary>
    public void Assume(BoundExpression condition, bool value)
    {
        switch (condition)
        {
            case BoundNot not:
                Assume(not.Operand, !value);
                return;
            case BoundLogical logical when logical.IsAnd == value:
                foreach (var term in logical.Terms)
                    Assume(term, value);
                return;
            case BoundConstant:
                return;
            default:
                var atom = Atom.Of(condition);
                Add(new Fact(atom, value != atom.IsNegated, condition, value));
                return;
        }
    }

    /// <summary>What a condition is bound to be, or null.</summary>
    public Verdict? Decide(BoundExpression condition) => condition switch
    {
        BoundNot not => Decide(not.Operand)?.Not(),
        BoundLogical logical => DecideChain(logical),
        BoundConditional conditional => Decide(conditional.Condition) is { } verdict
            ? Decide(verdict.Value ? conditional.WhenTrue : conditional.WhenFalse)
            : null,
        BoundFieldPresence { Field: var field } when IsAlwaysThere(field) => new Verdict(true, null, false, 0),
        _ when Constants.Of(condition) is { Kind: CelKind.Bool } value => new Verdict(value.AsBool, null, false, 0),
        _ => DecideAtom(condition),
    };

    /// <summary>
    /// Parameters have values, and a record is there even where the evidence of all of its fields is missing.
    /// </summary>
    private static bool IsAlwaysThere(FieldSymbol field) =>
        field.Constant is not null || field.Type.Kind == CelTypeKind.Record;

    private Verdict? DecideChain(BoundLogical logical)
    {
        Verdict? last = null;
        var isOpen = false;
        foreach (var term in logical.Terms)
        {
            var verdict = Decide(term);
            if (verdict is { } known && known.Value != logical.IsAnd)
                return known;
            isOpen |= verdict is null;
            last = verdict ?? last;
        }

        return isOpen ? null : last;
    }

    private Verdict? DecideAtom(BoundExpression condition)
    {
        var atom = Atom.Of(condition);
        if (CountIsNegative(atom))
            return new Verdict(atom.IsNegated, null, false, 0);
        if (Related(atom.Left, atom) is { } ofLeft)
            return ofLeft;
        return atom is { Kind: AtomKind.Less, Right: { } right } ? Related(right, atom) : null;
    }

    private Verdict? Related(BoundExpression operand, Atom atom)
    {
        if (!_byOperand.TryGetValue(operand, out var indices))
            return null;
        for (var i = indices.Count - 1; i >= 0 && i >= indices.Count - RelatedMax; i--)
        {
            var fact = _facts[indices[i]];
            if (Inference.Of(fact, atom) is { } holds)
                return new Verdict(holds != atom.IsNegated, fact.Source, fact.SourceValue, indices[i]);
        }

        return null;
    }

    /// <summary>
    /// Whether the atom asks for a number below zero that counts something. Of evidence <c>x &gt;= 0</c> is no mistake:
    /// it asks that the number is there.
    /// </summary>
    private static bool CountIsNegative(Atom atom)
    {
        if (atom.Kind != AtomKind.Less || Constants.Of(atom.Right!) is not { Kind: CelKind.Int, AsInt: <= 0 })
            return false;
        return atom.Left switch
        {
            BoundCall { Function.Name: "size" } => true,
            BoundField { Field.Domain: { IsCount: true } } => !atom.IsNegated,
            _ => false,
        };
    }

    private void Add(Fact fact)
    {
        Remember(fact.Atom.Left);
        if (fact.Atom is { Kind: AtomKind.Less, Right: { } right })
            Remember(right);
        _facts.Add(fact);
    }

    private void Remember(BoundExpression operand)
    {
        if (!_byOperand.TryGetValue(operand, out var indices))
            _byOperand.Add(operand, indices = []);
        indices.Add(_facts.Count);
    }

    private void Forget(BoundExpression operand)
    {
        var indices = _byOperand[operand];
        indices.RemoveAt(indices.Count - 1);
    }
}
