namespace PolicyEval.Language.Tests;

/// <summary>The operators that stand in for those of LINQ do the same as these.</summary>
public sealed class SequencesTests
{
    private static readonly string?[] Words = ["b", "a", null, "C", "b", "A", null, "c", "aa"];

    public static TheoryData<int[]> Numbers => [[], [1], [3, 1, 2, 1], [5, 4, 3, 2, 1, 0, 5, 4]];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Parts_are_those_of_LINQ(int[] items)
    {
        for (var count = -1; count < items.Length + 2; count++)
        {
            Assert.Equal(Enumerable.Skip(items, count), Sequences.Skip(items, count));
            Assert.Equal(Enumerable.Take(items, count), Sequences.Take(items, count));
        }

        Assert.Equal(Enumerable.Append(items, 7), Sequences.Append(items, 7));
        Assert.Equal(Enumerable.Prepend(items, 7), Sequences.Prepend(items, 7));
        Assert.Equal(Enumerable.DefaultIfEmpty(items, 7), Sequences.DefaultIfEmpty(items, 7));
        Assert.Equal(Enumerable.Reverse(items), Sequences.Reverse(items));
        Assert.Equal(Enumerable.Distinct(items), Sequences.Distinct(items));
        Assert.Equal(Enumerable.Union(items, [2, 9, 9]), Sequences.Union(items, [2, 9, 9]));
        Assert.Equal(Enumerable.Order(items), Sequences.Order(items));
        Assert.Equal(Enumerable.OrderDescending(items), Sequences.OrderDescending(items));
    }

    [Fact]
    public void Taking_asks_for_no_more_than_it_gives()
    {
        var asked = 0;
        IEnumerable<int> Counting()
        {
            while (true)
                yield return ++asked;
        }

        Assert.Equal([1, 2], Sequences.Take(Counting(), 2));
        Assert.Equal(2, asked);
    }

    [Fact]
    public void Keys_are_compared_as_LINQ_does()
    {
        foreach (var comparer in new StringComparer?[] { null, StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase })
        {
            Assert.Equal(Enumerable.Distinct(Words, comparer), Sequences.Distinct(Words, comparer));
            Assert.Equal(
                Enumerable.GroupBy(Words, word => word, comparer).Select(group => $"{group.Key}: {string.Join(",", group)}"),
                Sequences.GroupBy(Words, word => word, comparer).Select(group => $"{group.Key}: {string.Join(",", group)}"));
            Assert.Equal(Enumerable.Order(Words, comparer), Sequences.Order(Words, comparer));
        }
    }

    [Fact]
    public void Equal_items_keep_their_order_and_further_keys_decide_among_them()
    {
        const int Seed = 20261128;
        var random = new Random(Seed);
        for (var round = 0; round < 50; round++)
        {
            var items = new (int A, int B, int Place)[random.Next(60)];
            for (var i = 0; i < items.Length; i++)
                items[i] = (random.Next(3), random.Next(3), i);

            Assert.Equal(Enumerable.OrderBy(items, item => item.A), Sequences.OrderBy(items, item => item.A));
            Assert.Equal(
                Enumerable.OrderByDescending(items, item => item.A).ThenBy(item => item.B),
                Sequences.OrderByDescending(items, item => item.A).ThenBy(item => item.B));
            Assert.Equal(
                Enumerable.OrderBy(items, item => item.B).ThenByDescending(item => item.A),
                Sequences.OrderBy(items, item => item.B).ThenByDescending(item => item.A));
        }
    }

    [Fact]
    public void Nothing_is_read_before_items_are_asked_for()
    {
        var items = new List<int> { 2 };
        var (sorted, groups) = (Sequences.Order(items), Sequences.GroupBy(items, item => item));
        items.Add(1);

        Assert.Equal([1, 2], sorted);
        Assert.Equal([2, 1], groups.Select(group => group.Key));
    }
}
