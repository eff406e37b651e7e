using CsCheck;
using PolicyEval.Language.Tests.Emit;
using PolicyEval.Language.Tests.Values;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library.Sets;

public sealed class SetsLibraryTests
{
    private static readonly Gen<CelValue[]> Elements = AnyValue.Small.Array[0, 5];

    [Theory]
    [InlineData("sets.contains([], []) && !sets.contains([], [1]) && sets.contains([1, 2, 3, 4], [2, 3])")]
    [InlineData("sets.contains([1, 2.0, 3u], [1.0, 2u, 3]) && sets.contains([[1], {'a': 2}], [{'a': 2.0}, [1u]])")]
    [InlineData("sets.equivalent([], []) && sets.equivalent([1], [1, 1]) && sets.equivalent([1], [1u, 1.0])")]
    [InlineData("sets.equivalent([1, 2, 3], [3u, 2.0, 1]) && !sets.equivalent([1], [1, 2])")]
    [InlineData("!sets.equivalent([1, 2], [1])")]
    [InlineData("!sets.intersects([1], []) && sets.intersects([1], [1, 2])")]
    [InlineData("sets.intersects([[1], [2, 3]], [[2, 3.0]])")]
    [InlineData("!sets.contains([0.0 / 0.0], [0.0 / 0.0]) && sets.contains([-0.0], [dyn(0)])")]
    [InlineData("sets.contains([9007199254740993], [dyn(9007199254740992.0)])")]
    public void Elements_are_equal_as_everywhere(string expression) => Answers.Hold(expression);

    [Fact]
    public void Relations_agree_with_the_macros() => Gen.Select(Elements, Elements).Sample(
        (left, right) =>
        {
            var both = CelValue.Of(CelList.From([List(left), List(right)]));
            Assert.True(Evaluation.Evaluate("sets.contains(d[0], d[1]) == d[1].all(e, e in d[0])", ("d", both)).IsTrue);
            Assert.True(Evaluation.Evaluate(
                "sets.intersects(d[0], d[1]) == d[1].exists(e, e in d[0])", ("d", both)).IsTrue);
            Assert.True(Evaluation.Evaluate(
                "sets.equivalent(d[0], d[1]) == (sets.contains(d[0], d[1]) && sets.contains(d[1], d[0]))",
                ("d", both)).IsTrue);
        },
        iter: 500);

    [Fact]
    public void An_unknown_element_leaves_open_what_the_others_do_not_decide()
    {
        var unknown = CelValue.Of(CelUnknown.Of(new BlankRecord(), 0));
        var left = List([CelValue.Of(1L), unknown]);
        Assert.True(Call("sets.contains", left, List([CelValue.Of(1L)])).IsTrue);
        Assert.Equal(CelKind.Unknown, Call("sets.contains", left, List([CelValue.Of(2L)])).Kind);
        Assert.True(Call("sets.contains", List([]), List([unknown, CelValue.Of(1L)])).IsFalse
            || Call("sets.contains", List([]), List([unknown, CelValue.Of(1L)])).Kind == CelKind.Unknown);
        Assert.True(Call("sets.intersects", left, List([CelValue.Of(1L), unknown])).IsTrue);
        Assert.Equal(CelKind.Unknown, Call("sets.intersects", left, List([CelValue.Of(2L)])).Kind);
    }

    [Fact]
    public void Large_sets_take_time_by_their_size_and_compound_ones_have_a_limit()
    {
        var numbers = List([.. Enumerable.Range(0, 300_000).Select(i => CelValue.Of((long)i))]);
        var doubles = List([.. Enumerable.Range(0, 300_000).Select(i => CelValue.Of((double)i))]);
        Assert.True(Call("sets.equivalent", numbers, doubles).IsTrue);
        var lists = List([.. Enumerable.Range(0, 5_000).Select(i => List([CelValue.Of((long)i)]))]);
        var error = Answers.ErrorOf(Call("sets.contains", lists, lists));
        Assert.StartsWith("too much to compare", error, StringComparison.Ordinal);
    }

    private static CelValue Call(string function, CelValue left, CelValue right) =>
        Evaluation.Evaluate($"{function}(d[0], d[1])", ("d", CelValue.Of(CelList.From([left, right]))));

    private static CelValue List(CelValue[] elements) => CelValue.Of(CelList.From(elements));
}
