namespace PolicyEval.Snapshots.Sources;

/// <summary>Does work ahead of who asks for it.</summary>
public static class Ahead
{
    /// <summary>
    /// What some work gives of each item, in the order of the items, which are asked for by the calling thread. While
    /// it looks at a result, the work goes on for a few of the next ones, and no more: memory stays flat.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="degree">How many are worked on at a time; with 1, the calling thread does it all.</param>
    /// <param name="work">The work, on any thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="ofEach">
    /// How many items of each of those at a time are begun, waiting or done ahead: with more than one, nobody is idle
    /// while the calling thread looks at a result.
    /// </param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<TResult> Of<T, TResult>(
        IEnumerable<T> items,
        int degree,
        Func<T, TResult> work,
        CancellationToken cancellationToken,
        int ofEach = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ofEach, 1);
        return degree == 1 ? items.Select(work) : Run(items, degree, work, ofEach, cancellationToken);
    }

    private static IEnumerable<TResult> Run<T, TResult>(
        IEnumerable<T> items, int degree, Func<T, TResult> work, int ofEach, CancellationToken cancellationToken)
    {
        var running = new Queue<Task<TResult>>();
        var workers = new TaskFactory<TResult>(
            cancellationToken, TaskCreationOptions.None, TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, degree).ConcurrentScheduler);
        try
        {
            using var next = items.GetEnumerator();
            for (var hasNext = true; hasNext || running.Count > 0;)
            {
                while (hasNext && running.Count < degree * ofEach && (hasNext = next.MoveNext()))
                {
                    var item = next.Current;
                    running.Enqueue(workers.StartNew(() => work(item), cancellationToken));
                }

                if (running.Count > 0)
                    yield return running.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            // After a cancellation or an exception nobody asks for the rest, but it must not run on behind the caller.
            foreach (var task in running)
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }
}
