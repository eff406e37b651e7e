namespace PolicyEval;

/// <summary>What compares the items of a sequence, or their keys.</summary>
internal static partial class Sequences
{
    /// <summary>Each item once, where it first stands.</summary>
    public static IEnumerable<T> Distinct<T>(this IEnumerable<T> source, IEqualityComparer<T>? comparer = null)
    {
        var seen = new HashSet<T>(comparer);
        foreach (var item in source)
        {
            if (seen.Add(item))
                yield return item;
        }
    }

    /// <summary>The items of both sequences, each once, where it first stands.</summary>
    public static IEnumerable<T> Union<T>(this IEnumerable<T> first, IEnumerable<T> second) =>
        first.Concat(second).Distinct();

    /// <summary>The items by their keys, in the order in which these first occur.</summary>
    public static IEnumerable<IGrouping<TKey, T>> GroupBy<T, TKey>(
        this IEnumerable<T> source, Func<T, TKey> key, IEqualityComparer<TKey>? comparer = null)
    {
        foreach (var group in source.ToLookup(key, comparer))
            yield return group;
    }

    /// <summary>What a function makes of the items, by the items' keys.</summary>
    public static IEnumerable<IGrouping<TKey, TResult>> GroupBy<T, TKey, TResult>(
        this IEnumerable<T> source,
        Func<T, TKey> key,
        Func<T, TResult> selector,
        IEqualityComparer<TKey>? comparer = null)
    {
        foreach (var group in source.ToLookup(key, selector, comparer))
            yield return group;
    }

    /// <summary>The items sorted; equal ones keep their order.</summary>
    public static Ordered<T> Order<T>(this IEnumerable<T> source, IComparer<T>? comparer = null) =>
        source.OrderBy(item => item, comparer);

    /// <summary>The same, the greatest first.</summary>
    public static Ordered<T> OrderDescending<T>(this IEnumerable<T> source) => source.OrderByDescending(item => item);

    /// <summary>The items sorted by their keys; those of equal keys keep their order.</summary>
    public static Ordered<T> OrderBy<T, TKey>(
        this IEnumerable<T> source, Func<T, TKey> key, IComparer<TKey>? comparer = null)
    {
        comparer ??= Comparer<TKey>.Default;
        return new Ordered<T>(source, (left, right) => comparer.Compare(key(left), key(right)));
    }

    /// <summary>The same, the greatest key first.</summary>
    public static Ordered<T> OrderByDescending<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key) =>
        new(source, (left, right) => Comparer<TKey>.Default.Compare(key(right), key(left)));
}
