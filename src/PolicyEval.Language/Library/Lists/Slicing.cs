using PolicyEval.Language.Library.Sets;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Lists;

/// <summary>Lists made of the elements of one list, and of numbers.</summary>
internal static class Slicing
{
    /// <summary><c>list.slice(from, to)</c>.</summary>
    public static CelValue Slice(ReadOnlySpan<CelValue> arguments)
    {
        var (list, from, to) = (arguments[0].AsList, arguments[1].AsInt, arguments[2].AsInt);
        if (from < 0 || to < from || to > list.Count)
            return CelValue.Error($"cannot slice a list of {list.Count} from {from} to {to}");
        var elements = new CelValue[to - from];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = list[(int)from + i];
        return CelValue.Of(CelList.From(elements));
    }

    /// <summary><c>list.reverse()</c>.</summary>
    public static CelValue Reverse(CelValue list)
    {
        var elements = new CelValue[list.AsList.Count];
        for (var i = 0; i < elements.Length; i++)
            elements[^(i + 1)] = list.AsList[i];
        return CelValue.Of(CelList.From(elements));
    }

    /// <summary><c>list.distinct()</c>.</summary>
    public static CelValue Distinct(CelValue list)
    {
        var budget = CelLimits.MaxComparisons;
        var seen = new ElementSet();
        var kept = new List<CelValue>();
        for (var i = 0; i < list.AsList.Count; i++)
        {
            var element = list.AsList[i];
            var isKnown = seen.Contains(element, ref budget);
            if (isKnown.Kind != CelKind.Bool)
                return isKnown;
            if (isKnown.AsBool)
                continue;
            seen.Add(element);
            kept.Add(element);
        }

        return CelValue.Of(CelList.From([.. kept]));
    }

    /// <summary><c>lists.range(count)</c>; empty for a negative number.</summary>
    public static CelValue Range(CelValue count)
    {
        if (count.AsInt > CelLimits.ListCount)
            return CelErrors.ListTooLong;
        var numbers = new CelValue[Math.Max(0, count.AsInt)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = CelValue.Of((long)i);
        return CelValue.Of(CelList.From(numbers));
    }
}
