using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

/// <summary>
/// A filter under <c>all</c>, <c>exists</c> or <c>exists_one</c> makes no list: it means what the list would mean.
/// </summary>
public class KeptRangeTests
{
    [Theory]
    [InlineData("[1, 2, 3].filter(e, e > 1).all(e, e > 1)", "true")]
    [InlineData("[1, 2, 3].filter(e, e > 1).exists(e, e == 1)", "false")]
    [InlineData("[1, 2, 3].filter(e, e > 2).exists_one(e, e == 3)", "true")]
    [InlineData("[1, 2, 3].filter(e, false).all(e, false)", "true")]
    [InlineData("[1, 2, 3, 4].filter(e, e > 1).filter(e, e < 4).all(e, e == 2 || e == 3)", "true")]
    [InlineData("[5, 6, 7].filter(e, e > 5).all(n, e, n == e - 6)", "true")]
    [InlineData("{'a': 1, 'b': 2}.filter(k, k != 'a').all(k, k == 'b')", "true")]
    [InlineData("{'a': 1, 'b': 2}.filter(k, k != 'a').all(n, k, n == 0 && k == 'b')", "true")]
    [InlineData("[[1, 2], [3]].filter(l, l.filter(e, e > 1).exists(e, e == 2)).all(l, size(l) == 2)", "true")]
    [InlineData("[1, 2].filter(e, e > 1).all(e, [e, 9].filter(f, f > 8).all(g, g > e))", "true")]
    public void It_means_the_same(string text, string expected) =>
        Assert.Equal(expected, Value(text).ToString());

    [Theory]
    [InlineData("[1, 0].filter(e, 1 / e > 0).exists(e, true)")]
    [InlineData("[1, 0].filter(e, 1 / e > 0).all(e, false)")]
    [InlineData("dyn(1).filter(e, true).all(e, false)")]
    public void An_error_of_the_filter_is_not_absorbed_by_the_loop_over_it(string text) =>
        Assert.Equal(CelKind.Error, Value(text).Kind);

    [Fact]
    public void The_cells_are_those_of_the_list_that_would_have_been_made()
    {
        const string loop = "rows.filter(r, r.active).all(r, r.enabled)";

        Assert.Equal(
            Cells($"cel.bind(kept, rows.filter(r, r.active), kept.all(r, r.enabled))"), Cells(loop));
    }

    [Fact]
    public void The_room_is_given_back()
    {
        var frame = Evaluation.Frame();
        var expression = Compile("[1, 2, 3].filter(e, e > 1).all(e, true) && [4].filter(e, true).exists(e, e == 4)");

        Assert.True(expression.Evaluate(frame).IsTrue);
        Assert.Equal(0, frame.KeptTop);
    }

    private static CompiledExpression Compile(string text) =>
        CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance).Expression!;

    private static CelValue Value(string text) => Compile(text).Evaluate(Evaluation.Frame());

    private static IEnumerable<(int Row, int Slot)> Cells(string text)
    {
        CelRecord[] rows = [Row(true, true), Row(false, false), Row(true, false), Row(true, true)];
        var frame = Evaluation.Frame(("rows", CelValue.Of(CelList.From([.. rows.Select(CelValue.Of)]))));
        frame.Trace = new CelTrace();
        Assert.True(Compile(text).Evaluate(frame).IsFalse);
        return frame.Trace.Cells.Select(c => (Array.IndexOf(rows, c.Record), c.Slot)).Distinct().ToArray();
    }

    private static TestRow Row(bool active, bool enabled) =>
        new(CelValue.Of("n"), CelValue.Of(active), CelValue.Of(enabled), CelValue.Null, CelValue.Null, CelValue.Of(1L));
}
