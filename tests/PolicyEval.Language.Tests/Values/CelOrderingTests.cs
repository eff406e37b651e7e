using System.Text;
using CsCheck;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

public sealed class CelOrderingTests
{
    [Fact]
    public void Strings_sort_by_code_point_and_not_by_unit()
    {
        Assert.True(CelOrdering.Less(CelValue.Of("\uFFFD"), CelValue.Of("😀")).IsTrue);
        Assert.True(string.CompareOrdinal("\uFFFD", "😀") > 0);
    }

    [Fact]
    public void Strings_sort_as_their_UTF_8_bytes_do() =>
        Gen.Select(Text, Text).Sample((a, b) =>
            Math.Sign(CodePoints.Compare(a, b))
            == Math.Sign(Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))));

    [Fact]
    public void Sizes_count_code_points() =>
        Text.Sample(text => CodePoints.Count(text) == text.EnumerateRunes().Count());

    [Theory]
    [InlineData(double.NaN, 1.0)]
    [InlineData(1.0, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Every_comparison_with_NaN_is_false(double left, double right)
    {
        var (a, b) = (CelValue.Of(left), CelValue.Of(right));
        Assert.True(CelOrdering.Less(a, b).IsFalse);
        Assert.True(CelOrdering.LessOrEqual(a, b).IsFalse);
        Assert.True(CelOrdering.Greater(a, b).IsFalse);
        Assert.True(CelOrdering.GreaterOrEqual(a, b).IsFalse);
    }

    [Fact]
    public void Numbers_compare_across_types()
    {
        Assert.Equal(Order.Less, CelOrdering.Compare(CelValue.Of(-1L), CelValue.Of(ulong.MaxValue)));
        Assert.Equal(Order.Greater, CelOrdering.Compare(CelValue.Of(ulong.MaxValue), CelValue.Of(long.MaxValue)));
        Assert.Equal(Order.Less, CelOrdering.Compare(CelValue.Of(1L), CelValue.Of(1.5)));
        Assert.Equal(Order.Equal, CelOrdering.Compare(CelValue.Of(long.MaxValue), CelValue.Of(9223372036854775808.0)));
    }

    [Fact]
    public void Kinds_without_an_order_are_an_error()
    {
        Assert.Equal(CelKind.Error, CelOrdering.Less(CelValue.Of("1"), CelValue.Of(1L)).Kind);
        Assert.Equal(CelKind.Error, CelOrdering.Less(CelValue.Null, CelValue.Null).Kind);
        Assert.Equal(CelKind.Error, CelOrdering.Less(CelValue.Of(CelList.Empty), CelValue.Of(CelList.Empty)).Kind);
    }

    private static readonly Gen<string> Text =
        Gen.OneOf("a", "b", "\uE000", "\uFFFD", "é", "😀", "😁", "𝐀").Array[0, 5].Select(string.Concat);
}
