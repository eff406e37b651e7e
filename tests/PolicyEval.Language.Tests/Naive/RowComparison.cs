using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Naive.Cases;
using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>One case: an expression on one row.</summary>
/// <param name="text">The expression.</param>
/// <param name="root">The same as a tree.</param>
/// <param name="state">The row.</param>
internal sealed class RowComparison(string text, ExpressionSyntax root, RowState state)
{
    /// <summary>What the naive walker gives.</summary>
    public Outcome Expected { get; } = new NaiveWalker(state.World).Walk(root);

    /// <summary>
    /// Asserts that the engine gives the same value (or what is missing, or an error) from the same cells: at full
    /// speed, with a trace, and watched.
    /// </summary>
    /// <param name="how">How the expression was compiled.</param>
    /// <param name="expression">The expression, compiled.</param>
    /// <param name="hasExactReads">Whether full speed reads neither more nor less.</param>
    /// <param name="observer">Who watches.</param>
    public void AssertSame(string how, CompiledExpression expression, bool hasExactReads, CelObserver observer)
    {
        var value = Shown.Of(Expected.Value);
        var reads = Shown.OfCells(Expected.Reads.Distinct());
        var frame = state.NewFrame();
        AssertSame(how, value, ValueOf(expression, frame));

        frame.Trace = new CelTrace();
        AssertSame($"{how}, traced", value, ValueOf(expression, frame));
        if (hasExactReads)
            AssertSame($"{how}, cells", reads, ReadsOf(frame));

        frame.Trace.Clear();
        frame.Observer = observer;
        AssertSame($"{how}, observed", value, ValueOf(expression, frame));
        AssertSame($"{how}, observed cells", reads, ReadsOf(frame));
    }

    private void AssertSame(string how, string expected, string actual)
    {
        if (expected == actual)
            return;
        var part = SmallestPart();
        throw new DifferenceException(
            part, $"{how}: {text}\nnaive:  {expected}\nengine: {actual}\nsmallest part: {part}\n{state}");
    }

    private static string ValueOf(CompiledExpression expression, CelFrame frame) =>
        Shown.Of(Bridge.ToNaive(expression.Evaluate(frame)));

    private static string ReadsOf(CelFrame frame) =>
        Shown.OfCells(frame.Trace!.Cells.Select(Bridge.ToNaive).Distinct());

    /// <summary>The smallest part that differs by itself.</summary>
    private string SmallestPart()
    {
        foreach (var part in SyntaxParts.Of(root).OrderBy(node => node.Span.Length))
        {
            var content = text.Substring(part.Span.Start, part.Span.Length);
            var whole = EmbeddedText.Whole(content);
            if (CelCompiler.CompileUnchecked(whole, CaseWorld.Environment).Expression is not { } expression)
                continue;
            var frame = state.NewFrame();
            frame.Trace = new CelTrace();
            var engine = $"{ValueOf(expression, frame)} [{ReadsOf(frame)}]";
            var outcome = new NaiveWalker(state.World).Walk(part);
            var naive = $"{Shown.Of(outcome.Value)} [{Shown.OfCells(outcome.Reads.Distinct())}]";
            if (engine != naive)
                return $"{content}\n  naive:  {naive}\n  engine: {engine}";
        }

        return "none";
    }
}
