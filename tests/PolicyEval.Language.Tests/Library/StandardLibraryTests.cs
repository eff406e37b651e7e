using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library;

public sealed class StandardLibraryTests
{
    private static readonly CelValue[] OneOfEachKind =
    [
        CelValue.Null, CelValue.True, CelValue.Of(-1L), CelValue.Of(1UL), CelValue.Of(double.NaN), CelValue.Of("a("),
        CelValue.Of(new byte[] { 0xFF }), CelValue.Of(new CelTimestamp(CelTimestamp.MaxSeconds, 1)),
        CelValue.Of(new CelDuration(long.MinValue)), CelValue.Of(CelList.Empty), CelValue.Of(CelMap.Empty),
        CelValue.Of(CelType.Int), CelValue.Of(CelOptional.None), CelValue.Of(new Values.BlankRecord()),
    ];

    private static readonly CelValue[] NoIndex =
        [CelValue.Of(1L), CelValue.Of(-1L), CelValue.Of(0.1), CelValue.Of(ulong.MaxValue), CelValue.Of("0")];

    [Fact]
    public void Names_and_overload_ids_are_unique()
    {
        var functions = StandardLibrary.Instance.Functions;
        Assert.Equal(functions.Length, functions.Select(f => f.Name).Distinct().Count());
        var ids = functions.SelectMany(f => f.Overloads).Select(o => o.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(functions, f => Assert.NotEmpty(f.Documentation));
    }

    [Fact]
    public void Overloads_of_a_function_do_not_overlap() =>
        Assert.All(StandardLibrary.Instance.Functions, function =>
        {
            var shapes = function.Overloads
                .Select(o => $"{o.IsMethod}({string.Join(",", o.Parameters.Select(Erase))})");
            Assert.Equal(function.Overloads.Length, shapes.Distinct().Count());
        });

    [Fact]
    public void Only_the_operators_that_are_not_strict_have_no_body()
    {
        var without = StandardLibrary.Instance.Functions
            .Where(f => f.Overloads.Any(o => o.Unary is null && o.Binary is null && o.Variadic is null))
            .Select(f => f.Name);
        Assert.Equal(["_&&_", "_||_", "_?_:_"], without);
    }

    [Fact]
    public void Bodies_answer_every_kind_and_never_throw() =>
        Assert.All(StandardLibrary.Instance.Functions.SelectMany(f => f.Overloads), overload =>
        {
            foreach (var left in OneOfEachKind)
            {
                if (overload.Unary is { } unary)
                    AssertAnswer(overload, unary(left), left);
                foreach (var right in OneOfEachKind)
                {
                    if (overload.Binary is { } binary)
                        AssertAnswer(overload, binary(left, right), left, right);
                }
            }
        });

    [Theory]
    [InlineData("1", CelKind.Bool)]
    [InlineData("TrUe", CelKind.Error)]
    [InlineData("", CelKind.Error)]
    public void Only_ten_strings_are_bools(string text, CelKind kind) =>
        Assert.Equal(kind, Call("string_to_bool", CelValue.Of(text)).Kind);

    [Theory]
    [InlineData("-9223372036854775808", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("+1", true)]
    [InlineData(" 1", false)]
    [InlineData("1\0", false)]
    [InlineData("0x1", false)]
    [InlineData("1.0", false)]
    public void Ints_are_read_in_base_10(string text, bool isInt) =>
        Assert.Equal(isInt, Call("string_to_int64", CelValue.Of(text)).IsValue);

    [Theory]
    [InlineData(9223372036854775808.0, false)]
    [InlineData(-9223372036854775808.0, false)]
    [InlineData(9223372036854774784.0, true)]
    [InlineData(-1.9, true)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void The_range_of_int_is_open_for_doubles(double number, bool isInt) =>
        Assert.Equal(isInt, Call("double_to_int64", CelValue.Of(number)).IsValue);

    [Fact]
    public void Parts_of_a_timestamp_follow_the_zone()
    {
        var time = CelValue.Of(new CelTimestamp(1_234_567_890, 123_456_789));
        Assert.Equal(12, Call("timestamp_to_day_of_month", time).AsInt);
        Assert.Equal(13, Call("timestamp_to_day_of_month_1_based", time).AsInt);
        Assert.Equal(13, Call("timestamp_to_day_of_month_with_tz", time, CelValue.Of("+11:00")).AsInt);
        Assert.Equal(123, Call("timestamp_to_milliseconds", time).AsInt);
        Assert.Equal("unknown time zone: \"Nowhere\"",
            Call("timestamp_to_hours_with_tz", time, CelValue.Of("Nowhere")).AsError.Message);
    }

    [Fact]
    public void An_index_that_is_no_element_is_an_error()
    {
        var list = CelValue.Of(CelList.From([CelValue.Of("a")]));
        Assert.Equal("a", Call("index_list", list, CelValue.Of(0.0)).AsString);
        Assert.Equal("a", Call("index_list", list, CelValue.Of(0UL)).AsString);
        foreach (var index in NoIndex)
            Assert.Equal(CelKind.Error, Call("index_list", list, index).Kind);
    }

    private static string Erase(CelType type) => type.Kind == CelTypeKind.Parameter ? "*" : type.Name;

    private static CelValue Call(string id, params CelValue[] arguments)
    {
        var overload = StandardLibrary.Instance.Functions.SelectMany(f => f.Overloads).Single(o => o.Id == id);
        return arguments.Length == 1 ? overload.Unary!(arguments[0]) : overload.Binary!(arguments[0], arguments[1]);
    }

    private static void AssertAnswer(OverloadSymbol overload, CelValue answer, params CelValue[] arguments)
    {
        var fits = overload.Parameters.Zip(arguments).All(pair => CelTypes.Accepts(pair.First, pair.Second));
        if (fits && answer.IsValue)
            Assert.True(CelTypes.Accepts(overload.Result, answer), $"{overload.Id} answered {answer}");
        else
            Assert.NotEqual(CelKind.Unknown, answer.Kind);
    }
}
