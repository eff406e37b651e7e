using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Lists;

/// <summary>Sorts lists. Equal elements keep their order.</summary>
internal static class Sorting
{
    /// <summary><c>list.sort()</c>.</summary>
    public static CelValue Sort(CelValue list)
    {
        var elements = new CelValue[list.AsList.Count];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = list.AsList[i];
        return Sort(elements, elements);
    }

    /// <summary>The elements of pairs, in the order of their keys.</summary>
    public static CelValue SortByKeys(CelValue pairs)
    {
        var keys = new CelValue[pairs.AsList.Count];
        var elements = new CelValue[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            if (pairs.AsList[i] is not { Kind: CelKind.List, AsList: { Count: 2 } pair })
                return CelErrors.NoOverload("sortBy", pairs.AsList[i]);
            (keys[i], elements[i]) = (pair[0], pair[1]);
        }

        return Sort(keys, elements);
    }

    private static CelValue Sort(CelValue[] keys, CelValue[] elements)
    {
        if (FaultOf(keys) is { } fault)
            return fault;
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (left, right) =>
        {
            var sign = Compare(keys[left], keys[right]);
            return sign == 0 ? left - right : sign;
        });

        var sorted = new CelValue[order.Length];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = elements[order[i]];
        return CelValue.Of(CelList.From(sorted));
    }

    /// <summary>Keys of several types, of a type without an order, and NaN, cannot be sorted.</summary>
    private static CelValue? FaultOf(CelValue[] keys)
    {
        foreach (var key in keys)
        {
            if (!key.IsValue)
                return Strict.All(keys);
        }

        foreach (var key in keys)
        {
            if (key.Kind != keys[0].Kind)
                return CelValue.Error($"cannot sort {CelTypes.Of(keys[0])} and {CelTypes.Of(key)} together");
            if (CelOrdering.Compare(key, key) is Order.NoOverload or Order.Unordered)
                return CelValue.Error($"cannot sort {CelFormat.Display(key)}: it has no order");
        }

        return null;
    }

    private static int Compare(CelValue left, CelValue right) => CelOrdering.Compare(left, right) switch
    {
        Order.Less => -1,
        Order.Greater => 1,
        _ => 0,
    };
}
