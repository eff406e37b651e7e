using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Tests.Emit;
using PolicyEval.Language.Text;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Language.Tests.Fuzzing;

/// <summary>A text that is compiled as an expression, checked and unchecked, and run on rows of all states.</summary>
internal sealed class ExpressionInput(string text) : FuzzInput
{
    private static readonly FuzzLedger Ledger = new(typeof(CelCompiler).Assembly);

    public override int Length => text.Length;

    // An evaluation holds values of CelLimits.Space at most. What a turn of a loop throws away is counted here too: a
    // kilobyte for each of the million turns. Six evaluations come from one text.
    public override long AllocationMax =>
        6 * (CelLimits.Space + (1024L * CompilationLimits.Default.MaxIterations)) + (2048L * text.Length);

    public override bool Check()
    {
        var embedded = EmbeddedText.Whole(text);
        var compiled = CelCompiler.Compile(embedded, TestEnvironment.Instance);
        var loose = CelCompiler.CompileUnchecked(embedded, TestEnvironment.Instance);
        Check(compiled);
        Check(loose);
        if (loose.Expression is { } unchecked_)
            Assert.NotNull(unchecked_.Evaluate(Frame(0)).ToString());
        if (compiled.Expression is not { } expression)
            return false;
        for (var state = 0; state < 3; state++)
        {
            var frame = Frame(state);
            var value = expression.Evaluate(frame);
            Assert.NotNull(value.ToString());
            if (value.Kind == CelKind.Error && value.AsError.Span is { } span)
                Assert.InRange(span.End, span.Start, text.Length);
        }
        var observed = Frame(0);
        observed.Observer = new SpanObserver(text);
        expression.Evaluate(observed);
        return true;
    }

    public override string ToString() =>
        string.Concat(text.Select(c => c is >= ' ' and < '\x7f' ? $"{c}" : $"\\u{(int)c:X4}"));

    private void Check(CelCompilation compilation)
    {
        Assert.Equal(
            compilation.Expression is null,
            compilation.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));
        foreach (var diagnostic in compilation.Diagnostics)
        {
            Ledger.CheckId(diagnostic.Id);
            Assert.NotEmpty(diagnostic.ToString());
            var place = diagnostic.Location;
            FuzzLedger.CheckPlace(text, place.Line, place.Column, place.EndLine, place.EndColumn);
        }
    }

    /// <summary>A frame whose cells have values, are null, or are unknown and broken.</summary>
    private static CelFrame Frame(int state)
    {
        var row = state switch
        {
            0 => new TestRow(
                CelValue.Of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaab"), CelValue.True, CelValue.False,
                CelValue.Of(default(CelTimestamp)), CelValue.Of("é𝄞"), CelValue.Of(2)),
            1 => new TestRow(
                CelValue.Of(""), CelValue.False, CelValue.True, CelValue.Null, CelValue.Null, CelValue.Of(long.MinValue)),
            _ => new TestRow(
                TestRow.Unknown(0), TestRow.Unknown(1), CelValue.Error("unreadable"), TestRow.Unknown(3),
                CelValue.Error("unreadable"), TestRow.Unknown(5)),
        };
        var frame = Evaluation.Frame(
            ("row", CelValue.Of(row)), ("params", CelValue.Of(new TestRow(CelValue.Of(90)))),
            ("asOf", CelValue.Of(default(CelTimestamp))), ("i", CelValue.Of(3)), ("s", CelValue.Of("a")),
            ("b", CelValue.True), ("d", CelValue.Of(1.5)), ("m", CelValue.Of(CelMap.Empty)),
            ("rows", CelValue.Of(CelList.From([CelValue.Of(row), CelValue.Of(row)]))), ("com.acme.x", CelValue.Of(1)));
        frame.Trace = new CelTrace();
        return frame;
    }

    /// <summary>Every node that is seen stands in the text.</summary>
    private sealed class SpanObserver(string text) : CelObserver
    {
        public override void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
        {
            if (node.Span.Start < 0 || node.Span.End > text.Length)
                Assert.Fail($"{node.Kind} at {node.Span}");
        }
    }
}
