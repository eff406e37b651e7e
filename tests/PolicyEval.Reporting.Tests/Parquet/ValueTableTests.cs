using PolicyEval.Reporting.Parquet;

namespace PolicyEval.Reporting.Tests.Parquet;

public sealed class ValueTableTests
{
    [Fact]
    public void Values_have_numbers_in_the_order_in_which_they_came()
    {
        var table = new ValueTable();

        var numbers = Enumerable.Range(0, 20_000).Select(i => table.Add(BitConverter.GetBytes(i % 5_000 * 7))).ToList();

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => i % 5_000), numbers);
        Assert.Equal(5_000, table.Count);
        Assert.Equal(20_000, table.Length);
        Assert.Equal(4_999 * 7, BitConverter.ToInt32(table[4_999]));
    }

    [Fact]
    public void A_value_may_be_empty_or_the_beginning_of_another_one()
    {
        var table = new ValueTable();

        Assert.Equal([0, 1, 2, 0, 1], new[] { "", "a", "ab", "", "a" }.Select(text => table.Add(System.Text.Encoding.ASCII.GetBytes(text))));
        Assert.Equal("aab"u8.ToArray(), table.Bytes.ToArray());
    }

    [Fact]
    public void What_was_cleared_begins_anew()
    {
        var table = new ValueTable();
        table.Add("a"u8);
        table.Clear();

        Assert.Equal(0, table.Add("b"u8));
        Assert.Equal("b"u8.ToArray(), table[0].ToArray());
    }
}
