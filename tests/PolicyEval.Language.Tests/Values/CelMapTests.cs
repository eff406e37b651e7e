using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

public sealed class CelMapTests
{
    private static readonly CelValue[] NotFound =
        [CelValue.Of(0.5), CelValue.Of(double.NaN), CelValue.False, CelValue.Of("0"), CelValue.Null];

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Numbers_of_any_type_find_the_same_entry(int count)
    {
        var map = CelMap.From([.. Enumerable.Range(0, count).Select(i => Entry(CelValue.Of((long)i), i))]).AsMap;
        foreach (var key in new[] { CelValue.Of(0L), CelValue.Of(0UL), CelValue.Of(0.0), CelValue.Of(-0.0) })
            Assert.True(map.TryGet(key, out var value) && value.AsInt == 0);
        foreach (var key in NotFound)
            Assert.False(map.TryGet(key, out _));
    }

    [Fact]
    public void Keys_beyond_int_are_told_apart_from_negative_ones()
    {
        var map = CelMap.From([Entry(CelValue.Of(ulong.MaxValue), 1), Entry(CelValue.Of(-1L), 2)]).AsMap;
        Assert.True(map.TryGet(CelValue.Of(ulong.MaxValue), out var largest) && largest.AsInt == 1);
        Assert.True(map.TryGet(CelValue.Of(-1.0), out var negative) && negative.AsInt == 2);
        Assert.False(map.TryGet(CelValue.Of(18446744073709551616.0), out _));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void A_repeated_key_is_an_error_also_across_types(int count)
    {
        var entries = Enumerable.Range(0, count).Select(i => Entry(CelValue.Of((long)i), i));
        Assert.Equal("repeated key: 1u", CelMap.From([.. entries, Entry(CelValue.Of(1UL), 9)]).AsError.Message);
    }

    [Fact]
    public void Doubles_and_null_are_no_keys()
    {
        Assert.Equal("unsupported key type: double", CelMap.From([Entry(CelValue.Of(1.0), 1)]).AsError.Message);
        Assert.Equal("unsupported key type: null_type", CelMap.From([Entry(CelValue.Null, 1)]).AsError.Message);
    }

    [Fact]
    public void Entries_stay_in_their_order()
    {
        var map = CelMap.From([Entry(CelValue.Of("b"), 1), Entry(CelValue.Of("a"), 2)]).AsMap;
        Assert.Equal("{\"b\": 1, \"a\": 2}", CelValue.Of(map).ToString());
    }

    private static KeyValuePair<CelValue, CelValue> Entry(CelValue key, int value) =>
        new(key, CelValue.Of((long)value));
}
