using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>The functions on lists and sets.</summary>
internal static class Lists
{
    private const int MostElements = 1_000_000;

    public static IEnumerable<(string, Func<object[], object>)> All { get; } =
    [
        (".slice", a => a is [object[] list, long from, long to]
            ? from >= 0 && from <= to && to <= list.Length ? list[(int)from..(int)to] : Fault.OutOfRange
            : Fault.NoOverload),
        (".flatten", a => a switch
        {
            [object[] list] => Flatten(list, 1),
            [object[] list, long depth] => depth < 0 ? Fault.OutOfRange : Flatten(list, depth),
            _ => Fault.NoOverload,
        }),
        (".distinct", a => a is [object[] list] ? Distinct(list) : Fault.NoOverload),
        (".reverse", a => a switch
        {
            [object[] list] => Enumerable.Reverse(list).ToArray(),
            [NaiveText text] => new NaiveText(Enumerable.Reverse(text.Points)),
            _ => Fault.NoOverload,
        }),
        (".sort", a => a is [object[] list] ? Sort(list, list) : Fault.NoOverload),
        ("lists.range", a => a is [long count] ? Range(count) : Fault.NoOverload),
        ("sets.contains", a => a is [object[] l, object[] r] ? Contains(l, r) : Fault.NoOverload),
        ("sets.equivalent", a => a is [object[] l, object[] r] ? Contains(l, r) && Contains(r, l) : Fault.NoOverload),
        ("sets.intersects", a => a is [object[] l, object[] r] ? l.Any(e => Has(r, e)) : Fault.NoOverload),
        (".first", a => a is [object[] list] ? new NaiveOptional(list.FirstOrDefault()) : Fault.NoOverload),
        (".last", a => a is [object[] list] ? new NaiveOptional(list.LastOrDefault()) : Fault.NoOverload),
    ];

    /// <summary>The elements in the order of their keys; those of equal keys as they stood.</summary>
    public static object Sort(object[] list, object[] keys)
    {
        var sorted = new List<(object Key, object Element)>();
        foreach (var (key, element) in keys.Zip(list))
        {
            if (key.GetType() != keys[0].GetType() || Comparison.Compare(key, key) is not int)
                return new Fault("no common order");
            var behind = sorted.FindLastIndex(other => (int)Comparison.Compare(other.Key, key)! <= 0);
            sorted.Insert(behind + 1, (key, element));
        }

        return sorted.Select(pair => pair.Element).ToArray();
    }

    private static object[] Flatten(object[] list, long depth) =>
    [
        .. list.SelectMany(e => e is object[] inner && depth > 0 ? Flatten(inner, depth - 1) : [e]),
    ];

    private static object[] Distinct(object[] list)
    {
        var kept = new List<object>();
        foreach (var element in list)
        {
            if (!Has(kept, element))
                kept.Add(element);
        }

        return [.. kept];
    }

    private static object Range(long count)
    {
        if (count > MostElements)
            return Fault.OutOfRange;
        var numbers = new List<object>();
        for (var number = 0L; number < count; number++)
            numbers.Add(number);
        return numbers.ToArray();
    }

    private static bool Has(IEnumerable<object> list, object value) => list.Any(e => Comparison.AreEqual(e, value));

    private static bool Contains(object[] list, object[] part) => part.All(element => Has(list, element));
}
