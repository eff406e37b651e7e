using PolicyEval.Language.Binding;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>
/// A condition without logic in it, in a form that its opposites share: <c>a != b</c> is <c>a == b</c> negated, and
/// <c>a &gt;= b</c> is <c>a &lt; b</c> negated.
/// </summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Left">The first operand, or the whole condition where it is no comparison.</param>
/// <param name="Right">The second operand, or null.</param>
/// <param name="IsNegated">Whether the condition is the opposite of this.</param>
internal readonly record struct Atom(AtomKind Kind, BoundExpression Left, BoundExpression? Right, bool IsNegated)
{
    /// <summary>The atom of a condition.</summary>
    public static Atom Of(BoundExpression condition)
    {
        if (condition is not BoundCall { Arguments: [var left, var right] } call)
            return new Atom(AtomKind.Condition, condition, null, false);

        // Of NaN neither a < b nor a >= b holds; what is dyn may be one.
        var isTotal = IsTotal(left.Type) && IsTotal(right.Type);
        return call.Function.Name switch
        {
            "_==_" => Equal(left, right, false),
            "_!=_" => Equal(left, right, true),
            "_<_" => new Atom(AtomKind.Less, left, right, false),
            "_>_" => new Atom(AtomKind.Less, right, left, false),
            "_>=_" when isTotal => new Atom(AtomKind.Less, left, right, true),
            "_<=_" when isTotal => new Atom(AtomKind.Less, right, left, true),
            _ => new Atom(AtomKind.Condition, condition, null, false),
        };
    }

    /// <summary>Whether one condition asks for exactly the opposite of another, however it is written.</summary>
    public static bool IsOpposite(BoundExpression? condition, BoundExpression other)
    {
        if (condition is null)
            return false;
        var (left, right) = (Stripped(condition, false), Stripped(other, false));
        return left.IsNegated != right.IsNegated && left.IsSameAs(right);
    }

    private static Atom Stripped(BoundExpression condition, bool isNegated)
    {
        while (condition is BoundNot not)
            (condition, isNegated) = (not.Operand, !isNegated);
        var atom = Of(condition);
        return atom with { IsNegated = atom.IsNegated != isNegated };
    }

    /// <summary>Whether another atom asks the same, negated or not.</summary>
    public bool IsSameAs(Atom other) =>
        Kind == other.Kind && SameExpression.Are(Left, other.Left)
        && (Right is null ? other.Right is null : other.Right is not null && SameExpression.Are(Right, other.Right));

    // The constant is written on either side, and is kept on the right.
    private static Atom Equal(BoundExpression left, BoundExpression right, bool isNegated) =>
        Constants.Of(left) is null
            ? new Atom(AtomKind.Equal, left, right, isNegated)
            : new Atom(AtomKind.Equal, right, left, isNegated);

    private static bool IsTotal(CelType type)
    {
        var kind = type.Kind == CelTypeKind.Wrapper ? type.Arguments[0].Kind : type.Kind;
        return kind is not (CelTypeKind.Double or CelTypeKind.Dyn or CelTypeKind.Error);
    }

    /// <summary>
    /// Whether the first value is less than the second; null where they have no order among themselves.
    /// </summary>
    public static bool? IsLess(CelValue left, CelValue right)
    {
        var less = CelOrdering.Less(left, right);
        return less.Kind == CelKind.Bool ? less.AsBool : null;
    }
}
