using CsCheck;
using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

/// <summary>Neither checking nor watching changes a value: what the checker accepts gives the same without it.</summary>
public class DifferentialTests
{
    private static readonly string[] Bools =
        ["true", "false", "b", "row.active", "!row.enabled", "row.last_used == null", "i > 2", "s == 'a'", "has(m.a)"];

    private static readonly string[] Ints = ["0", "1", "-3", "i", "row.count", "size(s)", "m.a", "params.limit"];

    private static readonly Gen<string> Int = Gen.Recursive<string>((depth, inner) => depth > 3
        ? OneOf(Ints)
        : Gen.Frequency(
            (2, OneOf(Ints)),
            (3, Gen.Select(inner, OneOf("+", "-", "*", "/", "%"), inner, (l, o, r) => $"({l} {o} {r})")),
            (1, inner.Select(i => $"[{i}, 2].map(e, e + 1)[0]")),
            (1, Gen.Select(inner, inner, (x, y) => $"cel.bind(v, {x}, {y} + v)")),
            (1, Gen.Select(inner, inner, (x, y) => $"{{'a': {x}}}.?a.orValue({y})")),
            (1, Gen.Select(inner, inner, (x, y) => $"[?optional.ofNonZeroValue({x}), {y}][?0].optMap(v, v * 2).value()")),
            (1, Gen.Select(inner, inner, (x, y) => $"[{x}, {y}].transformMap(k, v, k > 0, v)[1]")),
            (1, inner.Select(i => $"-({i})"))));

    private static readonly Gen<string> Bool = Gen.Recursive<string>((depth, inner) => depth > 4
        ? OneOf(Bools)
        : Gen.Frequency(
            (2, OneOf(Bools)),
            (2, Gen.Select(Int, OneOf("<", "<=", ">", ">=", "==", "!="), Int, (l, o, r) => $"{l} {o} {r}")),
            (3, Gen.Select(inner, OneOf("&&", "||"), inner, (l, o, r) => $"({l} {o} {r})")),
            (1, inner.Select(x => $"!({x})")),
            (1, Gen.Select(inner, inner, inner, (c, x, y) => $"({c} ? {x} : {y})")),
            (1, Gen.Select(
                Int, OneOf("all", "exists", "exists_one"), inner, (x, f, p) => $"[{x}, 1].{f}(e, e > 0 || {p})")),
            (1, Gen.Select(
                Int, OneOf("all", "exists", "existsOne"), inner, (x, f, p) => $"[{x}, 1].{f}(k, e, e > k || {p})")),
            (1, Gen.Select(inner, inner, (x, y) => $"cel.bind(w, {x}, {y} && w || w)")),
            (1, inner.Select(x => $"optional.of({x}).optMap(w, !w).hasValue()")),
            (1, Gen.Select(Int, Int, (x, y) => $"{x} in [{y}, 1]"))));

    [Fact]
    public void Checked_unchecked_and_observed_evaluation_agree() =>
        Gen.Select(Bool, Gen.Int[0, 3], Gen.Int[0, 3]).Sample(
            (text, active, count) =>
            {
                var row = new TestRow(
                    CelValue.Of("n"), State(active, 1, CelValue.True), CelValue.False, CelValue.Null, CelValue.Null,
                    State(count, 5, CelValue.Of(2)));
                var frame = Evaluation.Frame(
                    ("row", CelValue.Of(row)), ("b", CelValue.True), ("i", CelValue.Of(3)), ("s", CelValue.Of("a")),
                    ("m", CelValue.Of(CelMap.Empty)), ("params", CelValue.Of(new TestRow(CelValue.Of(90)))));
                var compiled = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance);
                var loose = CelCompiler.CompileUnchecked(EmbeddedText.Whole(text), TestEnvironment.Instance);
                Assert.Empty(compiled.Diagnostics);
                var value = compiled.Expression!.Evaluate(frame);
                AssertSame(value, loose.Expression!.Evaluate(frame));
                frame.Observer = new BlindObserver();
                AssertSame(value, compiled.Expression!.Evaluate(frame));
            },
            iter: 2000,
            print: sample => sample.Item1);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void AssertSame(CelValue left, CelValue right)
    {
        Assert.Equal(left.Kind, right.Kind);
        if (left.Kind == CelKind.Bool)
            Assert.Equal(left.AsBool, right.AsBool);
        else if (left.Kind == CelKind.Unknown)
            Assert.Equal(left.AsUnknown.Cells.Select(c => c.Slot), right.AsUnknown.Cells.Select(c => c.Slot));
    }

    private static CelValue State(int state, int slot, CelValue value) => state switch
    {
        0 => value,
        1 => CelValue.Error("unreadable"),
        2 => TestRow.Unknown(slot),
        _ => value,
    };

    private sealed class BlindObserver : CelObserver
    {
        public override void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
        {
        }
    }
}
