using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Sources;

/// <summary>Work that is done ahead of who asks for it.</summary>
public sealed class AheadTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_results_come_in_the_order_of_the_items(int degree) => Assert.Equal(
        Enumerable.Range(0, 100).Select(item => item * 2),
        Ahead.Of(Enumerable.Range(0, 100), degree, item => item * 2, CancellationToken.None));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void No_more_items_are_taken_than_are_worked_on_at_a_time(int degree)
    {
        var taken = 0;
        var looked = 0;
        foreach (var result in Ahead.Of(Items(), degree, item => item, CancellationToken.None))
        {
            Assert.Equal(looked++, result);
            Assert.InRange(taken, looked, looked + degree - 1);
        }

        Assert.Equal((20, 20), (taken, looked));

        IEnumerable<int> Items()
        {
            while (taken < 20)
                yield return taken++;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_a_piece_of_work_throws_comes_to_who_asks_for_it(int degree)
    {
        var results = new List<int>();
        Assert.Throws<InvalidDataException>(() => results.AddRange(Ahead.Of(
            Enumerable.Range(0, 9), degree, item => item == 3 ? throw new InvalidDataException() : item,
            CancellationToken.None)));
    }

    [Fact]
    public void Who_asks_no_more_waits_for_what_is_running()
    {
        using var gate = new ManualResetEventSlim();
        var ended = 0;
        var work = Ahead.Of(
            Enumerable.Range(0, 9), 3,
            item =>
            {
                if (item > 0)
                    gate.Wait();
                return Interlocked.Increment(ref ended);
            },
            CancellationToken.None);
        foreach (var _ in work)
        {
            gate.Set();
            break;
        }

        Assert.Equal(3, Volatile.Read(ref ended));
    }

    [Fact]
    public void A_cancellation_ends_it()
    {
        using var cancelled = new CancellationTokenSource();
        var results = new List<int>();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var item in Ahead.Of(Enumerable.Range(0, 99), 2, item => item, cancelled.Token))
            {
                results.Add(item);
                cancelled.Cancel();
            }
        });
        Assert.InRange(results.Count, 1, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => Ahead.Of([1], 0, item => item, CancellationToken.None));
    }
}
