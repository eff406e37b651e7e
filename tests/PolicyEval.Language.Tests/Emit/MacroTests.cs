using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

/// <summary>Macros of two variables and <c>cel.bind</c>, with what they do to errors, unknowns and traces.</summary>
public class MacroTests
{
    [Theory]
    [InlineData("{'a': 1, 'b': 2}.exists(k, v, k == 'b' && v == 2) && !{'a': 1}.exists(k, v, k == 'b')")]
    [InlineData("[5, 6].all(i, v, v == i + 5) && ![5, 7].all(i, v, v == i + 5)")]
    [InlineData("[5, 7].exists_one(i, v, v == i + 5) && [5, 7].existsOne(i, v, v == i + 5) && [5, 7].existsOne(v, v == 5)")]
    [InlineData("[5, 6].transformList(i, v, i * v) == [0, 6] && [5, 6].transformList(i, v, i > 0, v) == [6]")]
    [InlineData("{'a': 1}.transformList(k, v, k + string(v)) == ['a1']")]
    [InlineData("[5, 6].transformMap(i, v, v * 2) == {0: 10, 1: 12}")]
    [InlineData("{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v) == {'b': 2}")]
    [InlineData("{'a': 1, 'b': 2}.transformMapEntry(k, v, {v: k}) == {1: 'a', 2: 'b'}")]
    [InlineData("['x'].transformMapEntry(i, v, {v: i, v + 'y': i}) == {'x': 0, 'xy': 0}")]
    [InlineData("['x', 'y'].transformMapEntry(i, v, i > 0, {v: i}) == {'y': 1}")]
    [InlineData("{}.transformMap(k, v, k) == {} && [].transformMapEntry(k, v, {k: v}) == {}")]
    [InlineData("cel.bind(x, 2, x * x) == 4 && cel.bind(i, 'a', i + i) == 'aa'")]
    [InlineData("cel.bind(x, 1, cel.bind(x, x + 1, x + x)) == 4")]
    [InlineData("[1, 2].map(e, cel.bind(x, e * 2, x + e)) == [3, 6]")]
    [InlineData("cel.bind(x, [1, 2].map(e, e * 2), [3, 4].map(e, x[0] + e)) == [5, 6]")]
    [InlineData("cel.bind(x, [[1]].map(e, e.map(g, g)), [2, 3].map(f, x.size() + f)) == [3, 4]")]
    [InlineData("cel.bind(x, cel.bind(y, [1].map(e, e), y + y), [7].map(e, x + [e])) == [[1, 1, 7]]")]
    [InlineData("cel.bind(x, 1 / 0, true) && (cel.bind(x, 1 / 0, x > 0 || true))")]
    [InlineData("cel.bind(x, 1 / 0, [1, 2].exists(e, x == 1 || e == 2))")]
    [InlineData("[1].all(com, com == 1) && com.acme.x == 0 && .com.acme.x == 0")]
    public void Macros_hold_checked_and_unchecked(string text)
    {
        var x = ("com.acme.x", CelValue.Of(0));

        Assert.True(Evaluation.Evaluate(text, x).IsTrue);
        Assert.True(Evaluation.EvaluateUnchecked(text, x).IsTrue);
    }

    [Theory]
    [InlineData("{'a': 1, 'b': 2}.transformMapEntry(k, v, {'c': v}).size()")]
    [InlineData("{'a': 1, 'b': 2}.transformMapEntry(k, v, {dyn(1): v, dyn(1u): v}).size()")]
    [InlineData("[1].transformMapEntry(k, v, dyn(1)).size()")]
    [InlineData("[1, 0].transformList(i, v, i / v)")]
    [InlineData("[1, 0].transformMap(i, v, v / i > 0, v)")]
    [InlineData("[0, 1].existsOne(i, v, 1 / v > 0)")]
    [InlineData("cel.bind(x, 1 / 0, x)")]
    [InlineData("dyn(1).all(i, v, true)")]
    public void What_cannot_be_made_is_an_error_with_its_place(string text)
    {
        foreach (var value in new[] { Evaluation.Evaluate(text), Evaluation.EvaluateUnchecked(text) })
        {
            Assert.Equal(CelKind.Error, value.Kind);
            Assert.NotNull(value.AsError.Span);
        }
    }

    [Theory]
    [InlineData("cel.bind(x, row.active, x)", "u1")]
    [InlineData("cel.bind(x, row.active, x && x || true)", "true")]
    [InlineData("cel.bind(x, row.active, x && row.enabled)", "u1 u2")]
    [InlineData("cel.bind(x, row.active, row.count > 1)", "true")]
    [InlineData("[row].transformList(i, r, r.active)", "u1")]
    [InlineData("[row].transformMap(i, r, r.active, i)", "u1")]
    [InlineData("[row].transformMapEntry(i, r, {i: r.enabled})", "u2")]
    [InlineData("[row].all(i, r, r.active || i == 0)", "true")]
    public void Unknowns_go_through_or_are_absorbed(string text, string expected)
    {
        var row = new TestRow(
            CelValue.Of("n"), TestRow.Unknown(1), TestRow.Unknown(2), default, default, CelValue.Of(2));

        var value = Evaluation.Evaluate(text, ("row", CelValue.Of(row)));

        var shown = value.Kind == CelKind.Unknown
            ? string.Join(' ', value.AsUnknown.Cells.Select(c => $"u{c.Slot}"))
            : value.ToString();
        Assert.Equal(expected, shown);
    }

    [Theory]
    [InlineData("cel.bind(x, row.active, row.enabled)", "2")]
    [InlineData("cel.bind(x, row.active, x)", "1")]
    [InlineData("cel.bind(x, row.active, (x && row.enabled) || x)", "1")]
    [InlineData("cel.bind(x, row.active && row.active, row.name == 'n' && x)", "0 1")]
    [InlineData("[row].exists(i, r, i == 0 && r.active)", "1")]
    public void A_bound_value_is_proof_wherever_it_decides(string text, string slots)
    {
        var row = new TestRow(CelValue.Of("n"), CelValue.True, CelValue.False);
        var frame = Evaluation.Frame(("row", CelValue.Of(row)));
        frame.Trace = new CelTrace();

        Evaluation.Evaluate(text, frame);

        Assert.Equal(slots, string.Join(' ', frame.Trace.Cells.Select(c => c.Slot)));
    }

    [Fact]
    public void A_bound_value_is_computed_once_at_most()
    {
        var row = new CountingRow();
        var frame = Evaluation.Frame(("row", CelValue.Of(row)));

        Assert.True(Evaluation.Evaluate("cel.bind(x, row.count, true)", frame).IsTrue);
        Assert.Equal(0, row.Reads);
        Assert.True(Evaluation.Evaluate("cel.bind(x, row.count, [1, 2, 3].all(e, x + x > e))", frame).IsTrue);
        Assert.Equal(1, row.Reads);
        Assert.True(Evaluation.Evaluate("[1, 2, 3].all(e, cel.bind(x, row.count, x + x > e))", frame).IsTrue);
        Assert.Equal(4, row.Reads);
    }

    [Theory]
    [InlineData("LIST.transformMap(i, v, v).size() > 0")]
    [InlineData("LIST.transformList(i, v, v).size() > 0")]
    [InlineData("LIST.all(i, v, v > 0)")]
    [InlineData("LIST.existsOne(i, v, v > 1)")]
    [InlineData("cel.bind(x, LIST.map(e, e), x.size() > 0)")]
    [InlineData("[1, 2].transformMapEntry(i, v, m).size() > 0")]
    public void Every_loop_takes_turns_and_can_be_cancelled(string text)
    {
        text = text.Replace("LIST", $"[{string.Join(", ", Enumerable.Repeat("1", 11))}]", StringComparison.Ordinal);
        var environment = TestEnvironment.Instance.WithLimits(new CompilationLimits { MaxIterations = 10 });
        var map = CelMap.From([.. Enumerable.Range(0, 20).Select(KeyOf)]);
        var frame = Evaluation.Frame(("m", map));

        var value = Evaluation.Evaluate(text, frame, environment);
        Assert.Equal("too many iterations in one evaluation", value.AsError.Message);

        frame.Cancellation = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => Evaluation.Evaluate(text, frame));
    }

    [Theory]
    [InlineData("cel.bind(x, {0} + {0}, {1})", "'0123456789'", 24)]
    [InlineData("cel.bind(x, {0} + {0}, {1})", "[1, 2, 3]", 24)]
    public void Bound_values_take_space(string shape, string seed, int doublings)
    {
        var text = "size(x) > 0";
        for (var i = 0; i < doublings; i++)
            text = shape.Replace("{0}", i == doublings - 1 ? seed : "x", StringComparison.Ordinal)
                .Replace("{1}", text, StringComparison.Ordinal);

        Assert.Equal(CelKind.Error, Evaluation.Evaluate(text).Kind);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(20, false)]
    public void A_chain_of_bound_values_cannot_use_up_the_stack(int length, bool isFine)
    {
        var text = $"x{length} > 0";
        for (var i = length; i > 0; i--)
            text = $"cel.bind(x{i}, x{i - 1}{string.Concat(Enumerable.Repeat(" + 1", 100))}, {text})";

        var compilation = CelCompiler.Compile(EmbeddedText.Whole($"cel.bind(x0, 0, {text})"), TestEnvironment.Instance);

        Assert.Equal(isFine ? [] : ["PE1009"], compilation.Diagnostics.Select(d => d.Id));
        if (isFine)
            Assert.True(compilation.Expression!.Evaluate(Evaluation.Frame()).IsTrue);
    }

    [Fact]
    public void Made_maps_take_space()
    {
        var hundred = $"[{string.Join(", ", Enumerable.Range(0, 100))}]";

        var value = Evaluation.Evaluate(
            $"{hundred}.map(a, {hundred}.map(b, {hundred}.transformMap(i, v, v))).size() > 0");

        Assert.Equal(CelKind.Error, value.Kind);
        Assert.Contains("too much", value.AsError.Message, StringComparison.Ordinal);
    }

    private static KeyValuePair<CelValue, CelValue> KeyOf(int number) =>
        new(CelValue.Of($"{number}"), CelValue.Of(number));

    private sealed class CountingRow : CelRecord
    {
        public int Reads { get; private set; }

        public override Types.CelType Type => TestEnvironment.Row.Type;

        public override CelValue Get(int slot, CelFrame frame)
        {
            Reads++;
            return CelValue.Of(7);
        }

        public override CelValue GetToken(int slot, CelFrame frame) => CelValue.Error("no evidence");
    }
}
