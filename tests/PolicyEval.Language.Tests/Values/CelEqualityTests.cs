using CsCheck;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

public sealed class CelEqualityTests
{
    private static readonly BlankRecord Record = new();

    public static TheoryData<string, CelValue, CelValue, bool> Pairs { get; } = new()
    {
        { "int, uint", CelValue.Of(1L), CelValue.Of(1UL), true },
        { "negative int, uint of the same bits", CelValue.Of(-1L), CelValue.Of(ulong.MaxValue), false },
        { "int, double", CelValue.Of(1L), CelValue.Of(1.0), true },
        { "int, fraction", CelValue.Of(1L), CelValue.Of(1.5), false },
        { "largest int is cast to double", CelValue.Of(long.MaxValue), CelValue.Of(9223372036854775808.0), true },
        { "NaN, NaN", CelValue.Of(double.NaN), CelValue.Of(double.NaN), false },
        { "0.0, -0.0", CelValue.Of(0.0), CelValue.Of(-0.0), true },
        { "null, null", CelValue.Null, CelValue.Null, true },
        { "null, false", CelValue.Null, CelValue.False, false },
        { "string, int", CelValue.Of("1"), CelValue.Of(1L), false },
        { "bytes", CelValue.Of(new byte[] { 1 }), CelValue.Of(new byte[] { 1 }), true },
        { "[1], [1.0]", List(CelValue.Of(1L)), List(CelValue.Of(1.0)), true },
        { "[NaN], [NaN]", List(CelValue.Of(double.NaN)), List(CelValue.Of(double.NaN)), false },
        { "[1], [1, 1]", List(CelValue.Of(1L)), List(CelValue.Of(1L), CelValue.Of(1L)), false },
        { "{1: 2}, {1u: 2.0}", Map(CelValue.Of(1L), CelValue.Of(2L)), Map(CelValue.Of(1UL), CelValue.Of(2.0)), true },
        { "{1: 2}, {2: 2}", Map(CelValue.Of(1L), CelValue.Of(2L)), Map(CelValue.Of(2L), CelValue.Of(2L)), false },
        { "list types", CelValue.Of(CelType.List(CelType.Dyn)), CelValue.Of(CelType.List(CelType.Int)), true },
        { "type int, uint", CelValue.Of(CelType.Int), CelValue.Of(CelType.Uint), false },
        { "optionals", Optional(CelValue.Of(1L)), Optional(CelValue.Of(1UL)), true },
        { "optional none, of", CelValue.Of(CelOptional.None), Optional(CelValue.Null), false },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Values_are_equal_or_not_and_never_an_error(string what, CelValue left, CelValue right, bool isEqual)
    {
        Assert.NotEmpty(what);
        Assert.Equal(isEqual, CelEquality.Equals(left, right).AsBool);
        Assert.Equal(!isEqual, CelEquality.NotEquals(left, right).AsBool);
    }

    [Fact]
    public void Equality_is_reflexive_and_symmetric() =>
        Gen.Select(AnyValue.Small, AnyValue.Small).Sample((a, b) =>
            CelEquality.Equals(a, a).IsTrue && CelEquality.Equals(a, b).AsBool == CelEquality.Equals(b, a).AsBool);

    [Fact]
    public void A_list_that_holds_itself_many_times_over_is_not_compared_for_ever()
    {
        var value = CelValue.Of(1);
        for (var i = 0; i < 40; i++)
            value = CelValue.Of(CelList.From([value, value]));
        Assert.Equal(CelKind.Error, CelEquality.Equals(value, value).Kind);
    }

    [Fact]
    public void A_list_nested_without_end_does_not_use_up_the_stack()
    {
        var value = CelValue.Of(1);
        for (var i = 0; i < 900_000; i++)
            value = CelValue.Of(CelList.From([value]));
        Assert.Equal(CelKind.Error, CelEquality.Equals(value, value).Kind);
    }

    [Fact]
    public void Equality_is_transitive() =>
        Gen.Select(AnyValue.Small, AnyValue.Small, AnyValue.Small).Sample((a, b, c) =>
            !CelEquality.Equals(a, b).IsTrue || !CelEquality.Equals(b, c).IsTrue || CelEquality.Equals(a, c).IsTrue);

    [Fact]
    public void A_pair_that_differs_decides_over_an_unknown_one()
    {
        var unknown = UnknownOf(0);
        Assert.True(CelEquality.Equals(List(unknown, CelValue.Of(1L)), List(CelValue.Of(1L), CelValue.Of(2L))).IsFalse);
        Assert.Equal(CelKind.Unknown, CelEquality.Equals(List(unknown), List(CelValue.Of(1L))).Kind);
    }

    [Fact]
    public void Two_unknown_elements_are_united()
    {
        var equal = CelEquality.Equals(List(UnknownOf(0), UnknownOf(1)), List(CelValue.Of(1L), CelValue.Of(1L)));
        Assert.Equal([0, 1], equal.AsUnknown.Cells.Select(cell => cell.Slot));
    }

    [Fact]
    public void Membership_is_decided_by_one_equal_element()
    {
        var list = CelList.From([UnknownOf(0), CelValue.Of(1L)]);
        Assert.True(CelEquality.Contains(list, CelValue.Of(1.0)).IsTrue);
        Assert.Equal(CelKind.Unknown, CelEquality.Contains(list, CelValue.Of(2L)).Kind);
        Assert.True(CelEquality.Contains(CelList.Empty, CelValue.Of(2L)).IsFalse);
    }

    private static CelValue UnknownOf(int slot) => CelValue.Of(CelUnknown.Of(Record, slot));

    private static CelValue List(params CelValue[] items) => CelValue.Of(CelList.From(items));

    private static CelValue Optional(CelValue value) => CelValue.Of(CelOptional.Of(value));

    private static CelValue Map(CelValue key, CelValue value) => CelMap.From([new(key, value)]);
}
