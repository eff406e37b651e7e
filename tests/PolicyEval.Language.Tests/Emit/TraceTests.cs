using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

public class TraceTests
{
    [Theory]
    [InlineData("row.active && row.enabled", true, true, "1 2")]
    [InlineData("row.active && row.enabled", false, true, "1")]
    [InlineData("row.active && row.enabled", true, false, "2")]
    [InlineData("row.active || row.enabled", true, false, "1")]
    [InlineData("row.active || row.enabled", false, true, "2")]
    [InlineData("row.active || row.enabled", false, false, "1 2")]
    [InlineData("row.name == 'n' && row.active && row.enabled", true, false, "2")]
    [InlineData("row.name == 'n' && (row.active || row.enabled)", false, true, "0 2")]
    [InlineData("!row.active && !row.enabled", false, true, "2")]
    [InlineData("row.active ? row.enabled : row.name == 'n'", true, true, "1 2")]
    [InlineData("row.active ? row.enabled : row.name == 'n'", false, true, "1 0")]
    [InlineData("has(row.region) && known(row.active) && token(row.enabled) != ''", true, true, "4 2")]
    [InlineData("row.enabled && false", true, true, "")]
    [InlineData("row.enabled && false", true, false, "2")]
    [InlineData("row.enabled || 1 < 2", true, true, "2")]
    [InlineData("row.enabled || 1 < 2", true, false, "")]
    [InlineData("1 < 2 || row.enabled", true, true, "")]
    public void Only_the_cells_that_decided_stay(string text, bool active, bool enabled, string slots)
    {
        Assert.Equal(slots, SlotsOf(text, active, enabled, observer: null));
        Assert.Equal(slots, SlotsOf(text, active, enabled, new Nobody()));
    }

    private static string SlotsOf(string text, bool active, bool enabled, CelObserver? observer)
    {
        var row = new TestRow(CelValue.Of("n"), CelValue.Of(active), CelValue.Of(enabled), default, CelValue.Of("r"));
        var frame = Evaluation.Frame(("row", CelValue.Of(row)));
        frame.Trace = new CelTrace();
        frame.Observer = observer;

        Evaluation.Evaluate(text, frame);

        return string.Join(' ', frame.Trace.Cells.Select(c => c.Slot));
    }

    [Fact]
    public void An_unknown_on_the_way_is_cut_when_something_else_decides()
    {
        var row = new TestRow(default, TestRow.Unknown(1), CelValue.False);
        var frame = Evaluation.Frame(("row", CelValue.Of(row)));
        frame.Trace = new CelTrace();

        Assert.True(Evaluation.Evaluate("row.active && row.enabled", frame).IsFalse);

        Assert.Equal([2], frame.Trace.Cells.Select(c => c.Slot));
    }

    [Theory]
    [InlineData("rows.exists(r, r.active)", "1")]
    [InlineData("rows.all(r, !r.active)", "1")]
    [InlineData("rows.all(r, r.active || true)", "1")]
    [InlineData("rows.all(r, true || r.active)", "")]
    [InlineData("rows.exists_one(r, r.active)", "0 1 2")]
    [InlineData("rows.all(r, r.name == '')", "0 1 2")]
    [InlineData("row.enabled && rows.exists(r, r.active)", "9 1")]
    public void A_loop_keeps_the_deciding_element(string text, string elements)
    {
        TestRow[] rows = [Row(false), Row(true), Row(false)];
        var row = Row(true);
        var frame = Evaluation.Frame(
            ("rows", CelValue.Of(CelList.From([.. rows.Select(r => CelValue.Of(r))]))), ("row", CelValue.Of(row)));
        frame.Trace = new CelTrace();

        Evaluation.Evaluate(text, frame);

        var found = frame.Trace.Cells.Select(c => Array.IndexOf(rows, c.Record) is >= 0 and var index ? index : 9);
        Assert.Equal(elements, string.Join(' ', found));
    }

    [Fact]
    public void Without_a_trace_nothing_is_recorded_and_nothing_is_allocated()
    {
        var frame = Evaluation.Frame(("row", CelValue.Of(Row(false))));
        var expression = CelCompiler.Compile(
            EmbeddedText.Whole("!row.active && row.enabled && row.count < 3"), TestEnvironment.Instance).Expression!;
        Assert.True(expression.Evaluate(frame).IsTrue);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            expression.Evaluate(frame);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static TestRow Row(bool active) =>
        new(CelValue.Of(""), CelValue.Of(active), CelValue.True, default, default, CelValue.Of(2));

    /// <summary>An observer, so that the expression is evaluated as it was written.</summary>
    private sealed class Nobody : CelObserver
    {
        public override void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
        {
        }
    }
}
