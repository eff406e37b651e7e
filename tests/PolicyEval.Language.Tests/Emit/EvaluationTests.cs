using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Testing;

namespace PolicyEval.Language.Tests.Emit;

public class EvaluationTests
{
    [Theory]
    [InlineData("b && [|1 / i|] == 2")]
    [InlineData("[|m.zz|] == 1")]
    [InlineData("[|[1][i + 1]|] == 1")]
    [InlineData("[1, 0].map(e, [|1 / e|]) == [1]")]
    [InlineData("[|{d: 1, 'x': 2}|] == {}")]
    [InlineData("[|boom(1)|]")]
    [InlineData("[|timestamp(d)|] == asOf")]
    [InlineData("[|d.f|] == 1")]
    [InlineData("[|asOf - row.last_used|] > duration('1s')")]
    [InlineData("[|row.last_used < asOf|]")]
    public void An_error_says_where_it_happened(string marked)
    {
        var text = MarkedText.Parse(marked);
        var value = Evaluation.Evaluate(
            text.Text, ("b", CelValue.True), ("i", CelValue.Of(0)), ("m", CelValue.Of(CelMap.Empty)),
            ("d", CelValue.Of("x")), ("asOf", CelValue.Of(new CelTimestamp(0, 0))), ("row", CelValue.Of(new TestRow(new CelValue[6]))));

        var span = Assert.Single(text.Spans);
        Assert.Equal(CelKind.Error, value.Kind);
        Assert.Equal(TextSpan.FromBounds(span.Start, span.End), value.AsError.Span);
    }

    [Theory]
    [InlineData("size('abc') == 3 && math.twice(4) == 8 && params.limit == 90")]
    [InlineData("'abc'.contains('b') && 'b' in ['a', 'b'] && 'a' in {'a': 1}")]
    [InlineData("{'a': {'b': [1, 2]}}.a.b[1] == 2")]
    [InlineData("[1, 2, 3].filter(e, e > 1).map(e, e * 2) == [4, 6]")]
    [InlineData("[1, 2, 3].map(e, e > 1, e * 2) == [4, 6]")]
    [InlineData("[1, 2].map(x, [3, 4].map(y, x * y)) == [[3, 4], [6, 8]]")]
    [InlineData("[[1], [2]].all(x, x.exists(x, x > 0))")]
    [InlineData("dyn(1) == 1.0 && dyn(1) < 2u && [7][dyn(0.0)] == 7")]
    [InlineData("type(1) == int && type([1]) == list && type(type(1)) == type")]
    [InlineData("row.last_used == null && row.region == null && !has(row.region)")]
    [InlineData("has({'a': null}.a) && !has({}.a)")]
    [InlineData("1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3 && !(1 < 1) && !(1 > 1)")]
    [InlineData("duration('1s') < duration('2s') && timestamp(2) > timestamp(1) && timestamp(1) >= timestamp(1)")]
    public void Expressions_hold_checked_and_unchecked(string text)
    {
        var row = ("row", CelValue.Of(new TestRow(new CelValue[6])));

        Assert.True(Evaluation.Evaluate(text, row).IsTrue);
        Assert.True(Evaluation.EvaluateUnchecked(text, row).IsTrue);
    }

    /// <summary>"If e evaluates to a message": what counts is the value, not what the checker knows of it.</summary>
    [Theory]
    [InlineData("dyn(row).name", "\"n\"", "0")]
    [InlineData("(b ? row : dyn(1)).name", "\"n\"", "0")]
    [InlineData("[row, 1][0].name", "\"n\"", "0")]
    [InlineData("dyn(row).region", "null", "4")]
    [InlineData("has(dyn(row).region)", "false", "4")]
    [InlineData("has(dyn(row).name)", "true", "0")]
    [InlineData("dyn(row).?region", "optional.none()", "4")]
    [InlineData("dyn(optional.of(row)).name", "optional.of(\"n\")", "0")]
    [InlineData("has(dyn(optional.of(row)).region)", "false", "4")]
    [InlineData("dyn(row).last_used", "unknown", "3")]
    [InlineData("dyn(row).?last_used", "unknown", "3")]
    [InlineData("has(dyn(row).last_used)", "unknown", "3")]
    [InlineData("dyn(row).limit", "error: no such field: 'limit'", "")]
    public void A_field_is_found_in_what_turns_out_to_be_a_record(string text, string expected, string slots)
    {
        var row = new TestRow(CelValue.Of("n"), CelValue.True, CelValue.False, TestRow.Unknown(3), CelValue.Null);
        var frame = Evaluation.Frame(
            ("row", CelValue.Of(row)), ("b", CelValue.True), ("params", CelValue.Of(new TestRow(CelValue.Of(90)))));
        frame.Trace = new CelTrace();

        var value = Evaluation.Evaluate(text, frame);

        Assert.Equal(expected, value.Kind == CelKind.Unknown ? "unknown" : value.ToString());
        Assert.Equal(slots, string.Join(' ', frame.Trace.Cells.Select(c => c.Slot)));
        Assert.True(value.Kind != CelKind.Error || value.AsError.Span is not null);
    }

    [Fact]
    public void Loops_have_a_budget_of_turns()
    {
        var environment = TestEnvironment.Instance.WithLimits(new CompilationLimits { MaxIterations = 100 });
        var frame = environment.CreateFrame();

        Assert.True(Evaluation.Evaluate("[1, 2, 3].all(a, [1, 2, 3].all(c, a * c > 0))", frame, environment).IsTrue);
        var list = string.Join(", ", Enumerable.Repeat("1", 11));
        var value = Evaluation.Evaluate($"[{list}].map(a, [{list}].map(c, a * c)).size() > 0", frame, environment);
        Assert.Equal(CelKind.Error, value.Kind);
        Assert.True(Evaluation.Evaluate("[1, 2, 3].all(a, a > 0)", frame, environment).IsTrue);
    }

    [Theory]
    [InlineData("'0123456789'", "s + 'x'")]
    [InlineData("b'0123456789'", "s + b'x'")]
    [InlineData("'0123456789'", "bytes(s)")]
    [InlineData("[1, 2, 3, 4, 5]", "s + [1]")]
    public void Loops_have_a_budget_of_space(string seed, string made)
    {
        var doubled = $"[{seed}]" + string.Concat(Enumerable.Repeat(".map(a, a + a)", 12));
        var hundred = $"[{string.Join(", ", Enumerable.Range(0, 100))}]";
        var frame = Evaluation.Frame();

        Assert.True(Evaluation.Evaluate($"{doubled}.all(s, size({made}) >= 20480)", frame).IsTrue);
        var value = Evaluation.Evaluate(
            $"{doubled}.map(s, {hundred}.map(x, {hundred}.map(y, {made}))).size() > 0", frame);
        Assert.Equal(CelKind.Error, value.Kind);
        Assert.NotNull(value.AsError.Span);
        Assert.True(Evaluation.Evaluate("['a'].all(s, s + s == 'aa')", frame).IsTrue);
    }

    [Fact]
    public void Literals_in_loops_take_space_too()
    {
        var hundred = $"[{string.Join(", ", Enumerable.Range(0, 100))}]";
        var literal = $"[{string.Join(", ", Enumerable.Repeat("x", 1000))}]";

        var value = Evaluation.Evaluate($"{hundred}.map(x, {hundred}.map(y, {literal})).size() > 0");
        Assert.Equal(CelKind.Error, value.Kind);
        Assert.NotNull(value.AsError.Span);
    }

    [Fact]
    public void Loops_can_be_cancelled_and_the_frame_used_again()
    {
        var frame = Evaluation.Frame();
        frame.Cancellation = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => Evaluation.Evaluate("[1].all(a, a > 0)", frame));

        frame.Cancellation = default;
        Assert.True(Evaluation.Evaluate("[1].all(a, a > 0)", frame).IsTrue);
    }

    [Fact]
    public void A_field_may_be_computed_by_an_expression_on_the_same_frame()
    {
        var record = new RecordSymbol("test.lazy", new FieldSymbol("sum", CelType.Bool, 0));
        var environment = CelEnvironment.Empty
            .WithLibraries(CelLibraries.All).WithRecords(record).WithVariable("lazy", record.Type);
        var inner = CelCompiler.Compile(EmbeddedText.Whole("[7, 8].all(x, [9].all(y, x < y))"), environment).Expression!;
        var frame = environment.CreateFrame();
        frame.Variables[0] = CelValue.Of(new LazyRecord(record.Type, inner));

        var value = Evaluation.Evaluate(
            "[1, 2].map(a, lazy.sum, a) == [1, 2] && [1].all(a, lazy.sum && a == 1)", frame, environment);

        Assert.True(value.IsTrue);
    }

    [Theory]
    [InlineData("[1, 2].exists(e, e == 2) ? params.limit + 1 : 0", "91")]
    [InlineData("1 + 2 * 3", "7")]
    public void Constants_are_folded_without_changing_the_value(string text, string expected) =>
        Assert.Equal(expected, Evaluation.Evaluate(text).ToString());

    private sealed class LazyRecord(CelType type, CompiledExpression expression) : CelRecord
    {
        public override CelType Type => type;

        public override CelValue Get(int slot, CelFrame frame) => expression.Evaluate(frame);

        public override CelValue GetToken(int slot, CelFrame frame) => CelValue.Error("no evidence");
    }
}
