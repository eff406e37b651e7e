using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Lowering;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Naive.Cases;
using PolicyEval.Language.Text;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>One expression, evaluated on several rows.</summary>
/// <param name="text">The expression.</param>
/// <param name="firstRow">The number of the first row.</param>
/// <param name="coverage">Counts what is reached.</param>
internal sealed class DifferentialInput(string text, int firstRow, Coverage coverage) : FuzzInput
{
    /// <summary>How many rows an expression is evaluated on: each is a case.</summary>
    private const int Rows = 10;

    public override int Length => text.Length;

    // The naive walker may take what it likes.
    public override long AllocationMax => long.MaxValue;

    public override bool Check()
    {
        var whole = EmbeddedText.Whole(text);
        var root = SyntaxTree.Parse(whole, CompilationLimits.Default).Root;
        var compiled = CelCompiler.Compile(whole, CaseWorld.Environment);
        var loose = CelCompiler.CompileUnchecked(whole, CaseWorld.Environment);
        Assert.DoesNotContain(compiled.Diagnostics, diagnostic => !IsFair(diagnostic));
        Assert.DoesNotContain(loose.Diagnostics, diagnostic => diagnostic.Id != "PE2012");
        coverage.Count(compiled);

        var hasExactReads = !IsFolded((compiled.Expression is null ? loose : compiled).Bound.Root);
        foreach (var state in Enumerable.Range(firstRow, Rows).Select(RowState.Of))
        {
            var comparison = new RowComparison(text, root, state);
            coverage.Count(comparison.Expected);
            if (loose.Expression is not null)
                comparison.AssertSame("unchecked", loose.Expression, hasExactReads, coverage.Observer);
            if (compiled.Expression is not null)
                comparison.AssertSame("checked", compiled.Expression, hasExactReads, coverage.Observer);
            foreach (var refusal in compiled.Diagnostics.Where(diagnostic => diagnostic.Id == "PE2030"))
                AssertFails(refusal, root, state);
        }

        return compiled.Expression is not null;
    }

    public override string KeyOf(Exception exception) => exception is DifferenceException difference
        ? difference.Key
        : base.KeyOf(exception);

    public override string ToString() => text;

    /// <summary>
    /// Whether a refusal is right although the generator means to write well-typed expressions: of a constant that no
    /// function takes; of a question about a cell of what is no row before it is evaluated; and where the type of an
    /// empty list, map or optional is open, so that the checker takes the first one that fits.
    /// </summary>
    private bool IsFair(Diagnostic diagnostic) => diagnostic.Id is "PE2030" or "PE2012"
        || new[] { "[]", "{}", "optional.none()" }.Any(open => text.Contains(open, StringComparison.Ordinal));

    /// <summary>What is refused since it fails in every evaluation fails in this one.</summary>
    private void AssertFails(Diagnostic refusal, ExpressionSyntax root, RowState state)
    {
        var place = refusal.Location.Column - 1;
        var call = SyntaxParts.Of(root).OfType<CallExpressionSyntax>()
            .Where(node => node.Span.Start <= place && place < node.Span.End).MinBy(node => node.Span.Length)!;
        if (new NaiveWalker(state.World).Walk(call).IsValue)
            throw new DifferenceException(refusal.Message, $"{text} is refused and does not fail: {refusal}\n{state}");
    }

    /// <summary>
    /// Whether terms of a chain of <c>&amp;&amp;</c> or <c>||</c> are folded away: <c>row.a &amp;&amp; false</c> is
    /// false because of nothing that was read, whatever stands in the cell.
    /// </summary>
    private static bool IsFolded(BoundExpression root)
    {
        static int Terms(BoundExpression node) =>
            (node is BoundLogical logical ? logical.Terms.Length : 0) + node.Children.Sum(Terms);
        return Terms(root) != Terms(Lowerer.Lower(root));
    }
}
