using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PolicyEval.Language.Values;

/// <summary>
/// The operator <c>==</c> at run time: total and heterogeneous (CEL language definition, "Equality"). Values of
/// different types are unequal and never an error, numbers compare across their three types, NaN equals nothing.
/// </summary>
public static class CelEquality
{
    /// <summary>
    /// Compares two values: a bool, or an unknown where an unknown element could still decide. One pair of
    /// elements that differs decides for false, whatever the other pairs are.
    /// </summary>
    public static CelValue Equals(CelValue left, CelValue right)
    {
        var budget = CelLimits.MaxComparisons;
        return Equals(left, right, ref budget);
    }

    /// <summary>The negation of <see cref="Equals(CelValue, CelValue)"/>.</summary>
    public static CelValue NotEquals(CelValue left, CelValue right)
    {
        var equal = Equals(left, right);
        return equal.Kind == CelKind.Bool ? CelValue.Of(!equal.AsBool) : equal;
    }

    /// <summary>
    /// The operator <c>in</c> of a list: one equal element decides for true, else an unknown one for unknown.
    /// </summary>
    public static CelValue Contains(CelList list, CelValue element)
    {
        var budget = CelLimits.MaxComparisons;
        var result = CelValue.False;
        for (var i = 0; i < list.Count; i++)
        {
            var equal = Equals(list[i], element, ref budget);
            if (equal.IsTrue)
                return equal;
            if (!equal.IsFalse)
                result = result.IsFalse ? equal : Strict.Both(result, equal);
        }

        return result;
    }

    /// <summary>
    /// Lists may hold one list many times over, so that the pairs to compare grow without bounds where the values do
    /// not: the budget counts them, and the stack is looked at before it is used up.
    /// </summary>
    internal static CelValue Equals(CelValue left, CelValue right, ref int budget)
    {
        if (!left.IsValue || !right.IsValue)
            return Strict.Both(left, right);
        if (--budget < 0 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return CelErrors.TooManyComparisons;

        return (left.Kind, right.Kind) switch
        {
            (CelKind.List, CelKind.List) => Lists(left.AsList, right.AsList, ref budget),
            (CelKind.Map, CelKind.Map) => Maps(left.AsMap, right.AsMap, ref budget),
            (CelKind.Optional, CelKind.Optional) => Optionals(left.AsOptional, right.AsOptional, ref budget),
            _ => CelValue.Of(Scalars(left, right)),
        };
    }

    private static bool Scalars(CelValue left, CelValue right)
    {
        if (left.Kind != right.Kind)
            return NumberOrder.AreNumbers(left, right) && NumberOrder.Compare(left, right) == Order.Equal;

        return left.Kind switch
        {
            CelKind.Null => true,
            CelKind.Bool => left.AsBool == right.AsBool,
            CelKind.Int => left.AsInt == right.AsInt,
            CelKind.Uint => left.AsUint == right.AsUint,
            CelKind.Double => left.AsDouble == right.AsDouble,
            CelKind.String => string.Equals(left.AsString, right.AsString, StringComparison.Ordinal),
            CelKind.Bytes => left.AsBytes.AsSpan().SequenceEqual(right.AsBytes),
            CelKind.Timestamp => left.AsTimestamp == right.AsTimestamp,
            CelKind.Duration => left.AsDuration == right.AsDuration,
            CelKind.Type => CelTypes.AreSame(left.AsType, right.AsType),
            CelKind.Opaque => left.AsOpaque.IsEqual(right.AsOpaque),
            CelKind.Record => ReferenceEquals(left.AsRecord, right.AsRecord),
            _ => throw new UnreachableException(left.Kind.ToString()),
        };
    }

    private static CelValue Lists(CelList left, CelList right, ref int budget)
    {
        if (left.Count != right.Count)
            return CelValue.False;

        var result = CelValue.True;
        for (var i = 0; i < left.Count && !result.IsFalse; i++)
            result = And(result, Equals(left[i], right[i], ref budget));
        return result;
    }

    private static CelValue Maps(CelMap left, CelMap right, ref int budget)
    {
        if (left.Count != right.Count)
            return CelValue.False;

        var result = CelValue.True;
        for (var i = 0; i < left.Count && !result.IsFalse; i++)
        {
            var entry = left.EntryAt(i);
            result = right.TryGet(entry.Key, out var value)
                ? And(result, Equals(entry.Value, value, ref budget))
                : CelValue.False;
        }

        return result;
    }

    private static CelValue Optionals(CelOptional left, CelOptional right, ref int budget) =>
        left.HasValue && right.HasValue
            ? Equals(left.Value, right.Value, ref budget)
            : CelValue.Of(left.HasValue == right.HasValue);

    private static CelValue And(CelValue left, CelValue right)
    {
        if (left.IsFalse || right.IsFalse)
            return CelValue.False;
        return left.IsTrue ? right : right.IsTrue ? left : Strict.Both(left, right);
    }
}
