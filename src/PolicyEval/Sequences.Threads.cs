using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PolicyEval;

/// <summary>What is done by more than one thread.</summary>
internal static partial class Sequences
{
    /// <summary>
    /// What a function makes of each item, in order. The calling thread and one more take the items in turn: what every
    /// run does before it begins takes half the time on two cores, and more threads cost more than they bring.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="selector">May run on both threads at a time.</param>
    public static TResult[] SelectAbreast<T, TResult>(this T[] items, Func<T, TResult> selector)
    {
        var results = new TResult[items.Length];
        var taken = -1;
        void Work()
        {
            while (Interlocked.Increment(ref taken) is var i && i < items.Length)
                results[i] = selector(items[i]);
        }

        // A thread of its own: one of the pool may come late where others keep that busy.
        var other = items.Length < 2
            ? Task.CompletedTask
            : Task.Factory.StartNew(
                Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            Work();
        }
        finally
        {
            other.GetAwaiter().GetResult();
        }
        return results;
    }

    /// <summary>The same of an immutable array.</summary>
    public static TResult[] SelectAbreast<T, TResult>(this ImmutableArray<T> items, Func<T, TResult> selector) =>
        ImmutableCollectionsMarshal.AsArray(items)!.SelectAbreast(selector);
}
