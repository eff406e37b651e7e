using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Sets;

/// <summary>
/// Elements to find again by <c>==</c>. Scalars are found by their hash; lists, maps and other compound values are
/// compared one by one, which the budget of the caller bounds.
/// </summary>
internal sealed class ElementSet
{
    private readonly HashSet<CelValue> _scalars = new(ScalarComparer.Instance);
    private readonly List<CelValue> _others = [];

    /// <summary>An empty set.</summary>
    public ElementSet()
    {
    }

    /// <summary>The elements of a list.</summary>
    public ElementSet(CelList list)
    {
        for (var i = 0; i < list.Count; i++)
            Add(list[i]);
    }

    /// <summary>Adds an element.</summary>
    public void Add(CelValue element)
    {
        if (ScalarComparer.IsScalar(element.Kind))
            _scalars.Add(element);
        else
            _others.Add(element);
    }

    /// <summary>
    /// Whether there is an equal element: a bool, an unknown where one is in the way, or the error of a budget that is
    /// used up (it is negative then).
    /// </summary>
    public CelValue Contains(CelValue element, ref int budget)
    {
        if (!element.IsValue)
            return element;
        if (ScalarComparer.IsScalar(element.Kind) && _scalars.Contains(element))
            return CelValue.True;

        var result = CelValue.False;
        foreach (var other in _others)
        {
            var equal = CelEquality.Equals(other, element, ref budget);
            if (equal.IsTrue || budget < 0)
                return equal;
            if (!equal.IsFalse)
                result = result.IsFalse ? equal : Strict.Both(result, equal);
        }

        return result;
    }
}
