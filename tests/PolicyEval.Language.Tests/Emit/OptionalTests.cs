using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

/// <summary>Optional values: chains, literals, functions, and what they do to errors, unknowns and traces.</summary>
public class OptionalTests
{
    [Theory]
    [InlineData("optional.of(1).value() == 1 && optional.of(null).hasValue() && !optional.none().hasValue()")]
    [InlineData("![0, 0u, 0.0, '', b'', false, null, [], {}, duration('0s'), timestamp('0001-01-01T00:00:00Z')].exists(e, optional.ofNonZeroValue(e).hasValue())")]
    [InlineData("[1, 1u, 0.5, 'a', b'a', true, [0], {1: 0}, duration('1s'), timestamp(0), int].all(e, optional.ofNonZeroValue(e).hasValue())")]
    [InlineData("{'a': 1}.?a.value() == 1 && !{'a': 1}.?b.hasValue() && {'a': {'b': 2}}.?a.b.value() == 2")]
    [InlineData("!{'a': {'b': 2}}.?c.b.hasValue() && !{'a': {'b': 2}}.?a.c.hasValue() && !dyn({'a': {'b': 2}}).?x.y.z.hasValue()")]
    [InlineData("[7][?0].value() == 7 && ![7][?1].hasValue() && ![7][?-1].hasValue() && {1: 2}[?dyn(1u)].value() == 2")]
    [InlineData("[[7]][?0][0].value() == 7 && ![[7]][?0][1].hasValue() && ![[7]][?1][0].hasValue()")]
    [InlineData("{'a': [{'b': 3}]}.?a[0].b.value() == 3 && {'a': [{'b': 3}]}.?a[?0].?b == optional.of(3)")]
    [InlineData("{'a b': 1}.?`a b`.value() == 1")]
    [InlineData("has({'a': {'b': null}}.?a.b) && !has({'a': {}}.?a.b) && !has({}.?a.b) && has(optional.of({'b': 1}).b)")]
    [InlineData("[?optional.of(1), 2, ?optional.none()] == [1, 2] && {?'a': optional.none(), ?'b': optional.of(1)} == {'b': 1}")]
    [InlineData("[?dyn(optional.of(1))] == [1]")]
    [InlineData("optional.of(1).or(optional.of(2)) == optional.of(1) && optional.none().or(optional.of(2)).value() == 2")]
    [InlineData("optional.of(1).orValue(1 / 0) == 1 && optional.of(1).or(optional.of(1 / 0)).value() == 1")]
    [InlineData("optional.none().orValue(3) == 3 && {}.?a.orValue('x') == 'x'")]
    [InlineData("optional.of(2).optMap(x, x + 1).value() == 3 && !optional.none().optMap(x, x + 1).hasValue()")]
    [InlineData("optional.of(2).optFlatMap(x, optional.ofNonZeroValue(x - 2)) == optional.none()")]
    [InlineData("optional.of(1).optMap(x, [x].map(y, x + y)).optMap(x, x[0]).value() == 2")]
    [InlineData("optional.of(optional.of(1)).value().value() == 1 && optional.of({'a': optional.of(1)}).a.value().value() == 1")]
    [InlineData("[1, 2].first().value() == 1 && [1, 2].last().value() == 2 && ![].first().hasValue() && ![].last().hasValue()")]
    [InlineData("optional.unwrap([optional.of(1), optional.none()]) == [1] && [optional.of(1), optional.none()].unwrapOpt() == [1]")]
    [InlineData("optional.of(1) == optional.of(1) && optional.of(1) != optional.of(2) && optional.none() == optional.none()")]
    [InlineData("optional.of(dyn(1)) == optional.of(dyn(1.0)) && optional.of([1]) != optional.none()")]
    [InlineData("optional.of(1) in [optional.none(), optional.of(1)] && [optional.of(1)] == [optional.of(1)]")]
    [InlineData("type(optional.of(1)) == optional_type && type(optional.none()) == optional_type && optional_type != list")]
    [InlineData("dyn(optional.of({'a': 1})).a.value() == 1 && has(dyn(optional.of({'a': 1})).a)")]
    [InlineData("[{}.?a, optional.of(1)].map(o, o.orValue(0)) == [0, 1]")]
    [InlineData("(true ? optional.of(1) : optional.none()).hasValue()")]
    public void Optionals_hold_checked_and_unchecked(string text)
    {
        Assert.True(Evaluation.Evaluate(text).IsTrue);
        Assert.True(Evaluation.EvaluateUnchecked(text).IsTrue);
    }

    [Theory]
    [InlineData("optional.none().value()")]
    [InlineData("optional.of(1 / 0).hasValue()")]
    [InlineData("optional.none().orValue(1 / 0)")]
    [InlineData("{'a': dyn(null)}.?a.b.hasValue()")]
    [InlineData("{'a': dyn(1)}.?a[0].hasValue()")]
    [InlineData("dyn(1).?a.hasValue()")]
    [InlineData("dyn([1]).?a.hasValue()")]
    [InlineData("[1][?dyn('a')].hasValue()")]
    [InlineData("[1][?dyn(0.5)].hasValue()")]
    [InlineData("{1: 1}[?dyn([1])].hasValue()")]
    [InlineData("[?dyn(1)]")]
    [InlineData("{?'a': dyn(1)}")]
    [InlineData("{?'a': optional.of(1), 'a': 2}")]
    [InlineData("dyn(1).optMap(x, x)")]
    [InlineData("dyn(1).orValue(2)")]
    [InlineData("optional.none().or(dyn(1))")]
    [InlineData("optional.of(1).optFlatMap(x, dyn(x))")]
    [InlineData("optional.of(1).optMap(x, x / 0)")]
    [InlineData("optional.unwrap([dyn(1)])")]
    [InlineData("dyn(optional.of(1)) < dyn(optional.of(2))")]
    public void What_is_no_optional_or_has_no_value_is_an_error_with_its_place(string text)
    {
        foreach (var value in new[] { Evaluation.Evaluate(text), Evaluation.EvaluateUnchecked(text) })
        {
            Assert.Equal(CelKind.Error, value.Kind);
            Assert.NotNull(value.AsError.Span);
        }
    }

    [Theory]
    [InlineData("row.?region", "optional.none()", "4")]
    [InlineData("row.?name", "optional.of(\"n\")", "0")]
    [InlineData("row.?last_used.hasValue()", "u3", "3")]
    [InlineData("row.?last_used.orValue(asOf) < asOf", "u3", "3")]
    [InlineData("row.?last_used.hasValue() || row.active", "true", "1")]
    [InlineData("row.?name.optMap(n, n + token(row.active)).orValue('')", "\"ntoken 1\"", "0 1")]
    [InlineData("row.?region.optMap(n, row.last_used)", "optional.none()", "4")]
    [InlineData("row.?name.optMap(n, row.last_used)", "u3", "0 3")]
    [InlineData("row.?region.orValue(row.name)", "\"n\"", "4 0")]
    [InlineData("row.?name.orValue(string(row.last_used))", "\"n\"", "0")]
    [InlineData("[?row.?region, row.name]", "[\"n\"]", "4 0")]
    [InlineData("[?row.?last_used.optMap(x, 'x'), row.name]", "u3", "3 0")]
    [InlineData("[row].first().active.value()", "true", "1")]
    [InlineData("[row][?1].active.hasValue()", "false", "")]
    [InlineData("has([row].first().region)", "false", "4")]
    [InlineData("has([row][?1].region)", "false", "")]
    [InlineData("optional.of(row.last_used).hasValue()", "u3", "3")]
    [InlineData("cel.bind(x, row.?last_used, x.hasValue())", "u3", "3")]
    public void Fields_are_none_where_null_and_unknown_where_unknown(string text, string expected, string slots)
    {
        var row = new TestRow(CelValue.Of("n"), CelValue.True, CelValue.False, TestRow.Unknown(3), CelValue.Null);
        var frame = Evaluation.Frame(("row", CelValue.Of(row)), ("asOf", CelValue.Of(new CelTimestamp(0, 0))));
        frame.Trace = new CelTrace();

        var value = Evaluation.Evaluate(text, frame);

        var shown = value.Kind == CelKind.Unknown
            ? string.Join(' ', value.AsUnknown.Cells.Select(c => $"u{c.Slot}"))
            : value.ToString();
        Assert.Equal(expected, shown);
        Assert.Equal(slots, string.Join(' ', frame.Trace.Cells.Select(c => c.Slot)));
    }

    [Theory]
    [InlineData("{0}.map(a, {0}.map(b, {0}.map(c, optional.unwrap({1})))).size() > 0")]
    [InlineData("{0}.map(a, {0}.map(b, {0}.map(c, [?optional.of(a), {2}]))).size() > 0")]
    [InlineData("{0}.map(a, {0}.map(b, {0}.map(c, optional.of([{2}])))).size() > 0")]
    public void Optionals_in_loops_take_space(string text)
    {
        text = text.Replace("{0}", $"[{string.Join(", ", Enumerable.Range(0, 50))}]", StringComparison.Ordinal)
            .Replace("{1}", $"[{string.Join(", ", Enumerable.Repeat("optional.of(a)", 100))}]", StringComparison.Ordinal)
            .Replace("{2}", string.Join(", ", Enumerable.Repeat("a", 100)), StringComparison.Ordinal);

        var value = Evaluation.Evaluate(text);

        Assert.Equal(CelKind.Error, value.Kind);
        Assert.Contains("too much", value.AsError.Message, StringComparison.Ordinal);
    }
}
