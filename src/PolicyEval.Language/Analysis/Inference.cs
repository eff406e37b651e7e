using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>What one known atom says about another one.</summary>
internal static class Inference
{
    /// <summary>Whether the atom, without its negation, holds because of the fact; null where that is open.</summary>
    public static bool? Of(Fact fact, Atom atom)
    {
        if (fact.Atom.IsSameAs(atom))
            return fact.Value;
        return fact.Atom.Kind switch
        {
            AtomKind.Equal when fact.Value => FromValue(fact.Atom, atom),
            AtomKind.Less => FromBound(fact, atom),
            _ => null,
        };
    }

    // x == 'a'   ->   x == 'b' is false, and with numbers every order is known
    private static bool? FromValue(Atom known, Atom atom)
    {
        if (Constants.Of(known.Right!) is not { IsValue: true } value)
            return null;
        if (SameExpression.Are(known.Left, atom.Left))
            return AskedOf(atom, value);
        return atom.Kind == AtomKind.Less && SameExpression.Are(known.Left, atom.Right!)
            && Constants.Of(atom.Left) is { IsValue: true } lower
            ? Atom.IsLess(lower, value)
            : null;
    }

    private static bool? AskedOf(Atom atom, CelValue value)
    {
        if (atom.Right is null || Constants.Of(atom.Right) is not { IsValue: true } other)
            return null;
        if (atom.Kind == AtomKind.Less)
            return Atom.IsLess(value, other);
        var equal = CelEquality.Equals(value, other);
        return equal.Kind == CelKind.Bool ? equal.AsBool : null;
    }

    private static bool? FromBound(Fact fact, Atom atom)
    {
        var known = fact.Atom;
        if (Constants.Of(known.Right!) is { IsValue: true } right)
        {
            return fact.Value
                ? FromUpper(known.Left, right, isStrict: true, atom)
                : FromLower(known.Left, right, isStrict: false, atom);
        }

        if (Constants.Of(known.Left) is not { IsValue: true } left)
            return null;
        return fact.Value
            ? FromLower(known.Right!, left, isStrict: true, atom)
            : FromUpper(known.Right!, left, isStrict: false, atom);
    }

    // x < 5   ->   x < 7 is true, x > 5 and x == 5 are false       (not strict: x <= 5)
    private static bool? FromUpper(BoundExpression operand, CelValue bound, bool isStrict, Atom atom)
    {
        if (SameExpression.Are(operand, atom.Left) && Constants.Of(atom.Right ?? operand) is { IsValue: true } other)
        {
            var isOutside = isStrict ? Atom.IsLess(other, bound) == false : Atom.IsLess(bound, other) == true;
            return isOutside ? atom.Kind == AtomKind.Less : null;
        }

        return atom.Kind == AtomKind.Less && SameExpression.Are(operand, atom.Right!)
            && Constants.Of(atom.Left) is { IsValue: true } lower && Atom.IsLess(lower, bound) == false
            ? false
            : null;
    }

    // x > 5   ->   x < 3 and x == 5 are false, x > 3 is true       (not strict: x >= 5)
    private static bool? FromLower(BoundExpression operand, CelValue bound, bool isStrict, Atom atom)
    {
        if (SameExpression.Are(operand, atom.Left) && Constants.Of(atom.Right ?? operand) is { IsValue: true } other)
        {
            var isBelow = Atom.IsLess(other, bound) == true;
            var isAt = Atom.IsLess(other, bound) == false && Atom.IsLess(bound, other) == false;
            return isBelow || (isAt && (isStrict || atom.Kind == AtomKind.Less)) ? false : null;
        }

        if (atom.Kind != AtomKind.Less || !SameExpression.Are(operand, atom.Right!)
            || Constants.Of(atom.Left) is not { IsValue: true } lower)
            return null;
        var isInside = isStrict ? Atom.IsLess(bound, lower) == false : Atom.IsLess(lower, bound) == true;
        return isInside ? true : null;
    }
}
