using System.Collections.Immutable;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>A whole chain of <c>&amp;&amp;</c> or of <c>||</c>, flat, so that long chains are not deep.</summary>
internal sealed class LogicalExpressionSyntax(SyntaxKind operatorKind, ImmutableArray<ExpressionSyntax> terms)
    : ExpressionSyntax(TextSpan.FromBounds(terms[0].Span.Start, terms[^1].Span.End), [.. terms])
{
    /// <summary>The operator.</summary>
    public SyntaxKind OperatorKind { get; } = operatorKind;

    /// <summary>Two terms or more.</summary>
    public ImmutableArray<ExpressionSyntax> Terms { get; } = terms;

    public override SyntaxKind Kind => SyntaxKind.LogicalExpression;

    public override IEnumerable<SyntaxNode> Children => [.. Terms];
}
