using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Sets;

/// <summary>
/// What the functions of sets do. An element that is unknown leaves the answer unknown, unless the others decide it.
/// </summary>
internal static class SetRelations
{
    public static CelValue Contains(CelList left, CelList right)
    {
        var budget = CelLimits.MaxComparisons;
        return IsSubset(right, left, ref budget);
    }

    public static CelValue Equivalent(CelList left, CelList right)
    {
        var budget = CelLimits.MaxComparisons;
        var one = IsSubset(left, right, ref budget);
        if (one.IsFalse)
            return one;
        var other = IsSubset(right, left, ref budget);
        return other.IsFalse || one.IsTrue ? other : Strict.Both(one, other);
    }

    public static CelValue Intersects(CelList left, CelList right)
    {
        var budget = CelLimits.MaxComparisons;
        var set = new ElementSet(left);
        var result = CelValue.False;
        for (var i = 0; i < right.Count && budget >= 0; i++)
        {
            var isElement = set.Contains(right[i], ref budget);
            if (isElement.IsTrue)
                return isElement;
            if (!isElement.IsFalse)
                result = result.IsFalse ? isElement : Strict.Both(result, isElement);
        }

        return result;
    }

    private static CelValue IsSubset(CelList elements, CelList of, ref int budget)
    {
        var set = new ElementSet(of);
        var result = CelValue.True;
        for (var i = 0; i < elements.Count && budget >= 0; i++)
        {
            var isElement = set.Contains(elements[i], ref budget);
            if (isElement.IsFalse)
                return isElement;
            if (!isElement.IsTrue)
                result = result.IsTrue ? isElement : Strict.Both(result, isElement);
        }

        return result;
    }
}
