using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PolicyEval;

/// <summary>
/// The operators of LINQ that this tree calls most, as plain iterators. Code in the namespaces of the rooms finds them
/// before those of <c>System.Linq</c>, and each room has its own copy. The native program is much smaller by them:
/// there each type that an iterator of the library is of brings twenty others along, for whatever might be asked of
/// the iterator next, and a plain one costs one type.
/// </summary>
internal static partial class Sequences
{
    /// <summary>What a function makes of each item, when it is asked for.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> source, Func<T, TResult> selector)
    {
        foreach (var item in source)
            yield return selector(item);
    }

    /// <summary>What a function makes of each item and its index from 0.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> source, Func<T, int, TResult> selector)
    {
        var index = 0;
        foreach (var item in source)
            yield return selector(item, index++);
    }

    /// <summary>The same of an array, which is not boxed.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(this ImmutableArray<T> source, Func<T, TResult> selector) =>
        ImmutableCollectionsMarshal.AsArray(source)!.Select(selector);

    /// <summary>The items for which a condition holds.</summary>
    public static IEnumerable<T> Where<T>(this IEnumerable<T> source, Func<T, bool> predicate)
    {
        foreach (var item in source)
        {
            if (predicate(item))
                yield return item;
        }
    }

    /// <summary>The same of an array, which is not boxed.</summary>
    public static IEnumerable<T> Where<T>(this ImmutableArray<T> source, Func<T, bool> predicate) =>
        ImmutableCollectionsMarshal.AsArray(source)!.Where(predicate);

    /// <summary>What a function makes of each item, one sequence after the other.</summary>
    public static IEnumerable<TResult> SelectMany<T, TResult>(
        this IEnumerable<T> source, Func<T, IEnumerable<TResult>> selector)
    {
        foreach (var item in source)
        {
            foreach (var result in selector(item))
                yield return result;
        }
    }

    /// <summary>The items that are of a type; null is of none.</summary>
    public static IEnumerable<TResult> OfType<TResult>(this IEnumerable source)
    {
        foreach (var item in source)
        {
            if (item is TResult result)
                yield return result;
        }
    }

    /// <summary>One sequence, then the other.</summary>
    public static IEnumerable<T> Concat<T>(this IEnumerable<T> first, IEnumerable<T> second)
    {
        foreach (var item in first)
            yield return item;
        foreach (var item in second)
            yield return item;
    }
}
