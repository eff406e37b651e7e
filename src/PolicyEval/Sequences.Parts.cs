namespace PolicyEval;

/// <summary>What takes from a sequence, adds to it or turns it round.</summary>
internal static partial class Sequences
{
    /// <summary>All items but the first ones.</summary>
    public static IEnumerable<T> Skip<T>(this IEnumerable<T> source, int count)
    {
        foreach (var item in source)
        {
            if (count-- <= 0)
                yield return item;
        }
    }

    /// <summary>The first items, and no more than that is asked of the source.</summary>
    public static IEnumerable<T> Take<T>(this IEnumerable<T> source, int count)
    {
        if (count <= 0)
            yield break;
        foreach (var item in source)
        {
            yield return item;
            if (--count == 0)
                yield break;
        }
    }

    /// <summary>A sequence, then an item.</summary>
    public static IEnumerable<T> Append<T>(this IEnumerable<T> source, T last)
    {
        foreach (var item in source)
            yield return item;
        yield return last;
    }

    /// <summary>An item, then a sequence.</summary>
    public static IEnumerable<T> Prepend<T>(this IEnumerable<T> source, T first)
    {
        yield return first;
        foreach (var item in source)
            yield return item;
    }

    /// <summary>The items; one where there are none.</summary>
    public static IEnumerable<T> DefaultIfEmpty<T>(this IEnumerable<T> source, T none)
    {
        var isEmpty = true;
        foreach (var item in source)
        {
            isEmpty = false;
            yield return item;
        }
        if (isEmpty)
            yield return none;
    }

    /// <summary>The last item first.</summary>
    public static IEnumerable<T> Reverse<T>(this IEnumerable<T> source)
    {
        var items = source.ToArray();
        for (var i = items.Length - 1; i >= 0; i--)
            yield return items[i];
    }
}
