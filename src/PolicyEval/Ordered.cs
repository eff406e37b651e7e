using System.Collections;

namespace PolicyEval;

/// <summary>A sequence that is sorted when its items are asked for; equal items keep their order.</summary>
/// <param name="source">The items.</param>
/// <param name="comparison">What sorts them.</param>
internal sealed class Ordered<T>(IEnumerable<T> source, Comparison<T> comparison) : IEnumerable<T>
{
    /// <summary>Sorts what is equal so far by another key.</summary>
    public Ordered<T> ThenBy<TKey>(Func<T, TKey> key, IComparer<TKey>? comparer = null)
    {
        comparer ??= Comparer<TKey>.Default;
        return Then((left, right) => comparer.Compare(key(left), key(right)));
    }

    /// <summary>The same, the greatest key first.</summary>
    public Ordered<T> ThenByDescending<TKey>(Func<T, TKey> key) =>
        Then((left, right) => Comparer<TKey>.Default.Compare(key(right), key(left)));

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        var items = source.ToArray();
        var order = new int[items.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (left, right) => comparison(items[left], items[right]) is not 0 and var by
            ? by
            : left.CompareTo(right));
        foreach (var i in order)
            yield return items[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Ordered<T> Then(Comparison<T> next) =>
        new(source, (left, right) => comparison(left, right) is not 0 and var by ? by : next(left, right));
}
