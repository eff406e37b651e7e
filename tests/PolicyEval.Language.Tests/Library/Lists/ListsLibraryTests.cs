using CsCheck;
using PolicyEval.Language.Tests.Emit;
using PolicyEval.Language.Tests.Values;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library.Lists;

public sealed class ListsLibraryTests
{
    [Theory]
    [InlineData("[1, 2, 3, 4].slice(1, 3) == [2, 3] && [1].slice(1, 1) == [] && [1, 2].slice(0, 2) == [1, 2]")]
    [InlineData("[1, [2, 3], [4]].flatten() == [1, 2, 3, 4] && [1, [2, [3, 4]]].flatten() == [1, 2, [3, 4]]")]
    [InlineData("[1, [2, [3, [4]]]].flatten(2) == [1, 2, 3, [4]] && [[1]].flatten(0) == [[1]]")]
    [InlineData("[[], []].flatten() == []")]
    [InlineData("[1, 2, 2, 3, 3.0, 3u].distinct() == [1, 2, 3] && ['b', 'b', 'c', 'a'].distinct() == ['b', 'c', 'a']")]
    [InlineData("[[1], [1.0], [2]].distinct() == [[1], [2]] && [0.0 / 0.0, 0.0 / 0.0].distinct().size() == 2")]
    [InlineData("[5, 3, 1, 2].reverse() == [2, 1, 3, 5] && [].reverse() == []")]
    [InlineData("[3, 2, 1].sort() == [1, 2, 3] && ['😀', '\uFFFD', 'a'].sort() == ['a', '\uFFFD', '😀']")]
    [InlineData("[].sort() == []")]
    [InlineData("[true, false].sort() == [false, true] && [b'b', b'a', b''].sort() == [b'', b'a', b'b']")]
    [InlineData("lists.range(3) == [0, 1, 2] && lists.range(0) == [] && lists.range(-1) == []")]
    [InlineData("['bb', 'a', 'cc', ''].sortBy(e, e.size()) == ['', 'a', 'bb', 'cc']")]
    [InlineData("[{'n': 2}, {'n': 1}].sortBy(e, e.n).map(e, e.n) == [1, 2] && [].sortBy(e, e) == []")]
    [InlineData("[[3, 1], [2]].sortBy(e, e.sort()[0]) == [[3, 1], [2]]")]
    [InlineData("{'b': 1, 'a': 2}.sortBy(k, k) == ['a', 'b']")]
    public void Functions_make_new_lists(string expression) => Answers.Hold(expression);

    [Theory]
    [InlineData("[1, 2].slice(-1, 1)", "cannot slice a list of 2 from -1 to 1")]
    [InlineData("[1, 2].slice(2, 1)", "cannot slice a list of 2 from 2 to 1")]
    [InlineData("[1, 2].slice(0, 3)", "cannot slice a list of 2 from 0 to 3")]
    [InlineData("[[1]].flatten(dyn(-9223372036854775807))", "a depth cannot be negative: -9223372036854775807")]
    [InlineData("[1, 'b'].sort()", "cannot sort int and string together")]
    [InlineData("[dyn([1])].sort()", "cannot sort [1]: it has no order")]
    [InlineData("[1.0, 0.0 / 0.0].sort()", "cannot sort double(\"NaN\"): it has no order")]
    [InlineData("[1, 2].sortBy(e, e == 1 ? dyn('a') : dyn(1))", "cannot sort string and int together")]
    [InlineData("[1].sortBy(e, dyn([e]))", "cannot sort [1]: it has no order")]
    [InlineData("[1].sortBy(e, 1 / 0)", "division by zero")]
    [InlineData("lists.range(1000001)", "list too long: more than 1000000 elements")]
    public void What_cannot_be_done_is_an_error(string expression, string message) =>
        Answers.Fail(expression, message);

    [Fact]
    public void Lists_that_hold_one_list_many_times_over_are_not_opened_without_end()
    {
        var nested = CelValue.Of(CelList.Empty);
        for (var i = 0; i < 6; i++)
            nested = CelValue.Of(CelList.From([.. Enumerable.Repeat(nested, 100)]));
        Assert.Equal(
            "list too long: more than 1000000 elements",
            Answers.ErrorOf(Evaluation.Evaluate("d.flatten(9)", ("d", nested))));
    }

    [Fact]
    public void Ranges_in_a_loop_are_counted()
    {
        var result = Evaluation.Evaluate("lists.range(100).map(e, lists.range(1000000)).size()");
        Assert.StartsWith("too much made in one evaluation", Answers.ErrorOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Sorting_agrees_with_a_naive_sort_and_is_stable() => Gen.Int[-3, 3].Array[0, 12].Sample(
        numbers =>
        {
            var list = CelValue.Of(CelList.From([.. numbers.Select(n => CelValue.Of((long)n))]));
            AssertList(numbers.Order(), Evaluation.Evaluate("d.sort()", ("d", list)));
            AssertList(numbers.OrderBy(n => n * n), Evaluation.Evaluate("d.sortBy(e, e * e)", ("d", list)));
            AssertList(numbers.Distinct(), Evaluation.Evaluate("d.distinct()", ("d", list)));
            AssertList(numbers.Reverse(), Evaluation.Evaluate("d.reverse()", ("d", list)));
        },
        iter: 300);

    [Fact]
    public void Distinct_keeps_the_first_of_equal_elements() => AnyValue.Small.Array[0, 8].Sample(
        elements =>
        {
            var kept = new List<CelValue>();
            foreach (var element in elements)
            {
                if (!CelEquality.Contains(CelList.From([.. kept]), element).IsTrue)
                    kept.Add(element);
            }

            var list = CelValue.Of(CelList.From(elements));
            var distinct = Evaluation.Evaluate("d.distinct()", ("d", list)).AsList;
            var texts = Enumerable.Range(0, distinct.Count).Select(i => distinct[i].ToString());
            Assert.Equal(kept.Select(e => e.ToString()), texts);
        },
        iter: 500);

    private static void AssertList(IEnumerable<int> expected, CelValue actual) =>
        Assert.Equal(
            expected.Select(n => (long)n),
            Enumerable.Range(0, actual.AsList.Count).Select(i => actual.AsList[i].AsInt));
}
