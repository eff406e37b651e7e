using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary><c>operand[index]</c> or <c>operand[?index]</c>.</summary>
internal sealed class IndexExpressionSyntax(
    ExpressionSyntax operand, bool isOptional, ExpressionSyntax index, SyntaxToken close)
    : ExpressionSyntax(TextSpan.FromBounds(operand.Span.Start, close.Span.End), operand, index)
{
    /// <summary>The left side.</summary>
    public ExpressionSyntax Operand { get; } = operand;

    /// <summary>Whether a question mark follows the bracket.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>The index.</summary>
    public ExpressionSyntax Index { get; } = index;

    /// <summary>The closing bracket.</summary>
    public SyntaxToken Close { get; } = close;

    public override SyntaxKind Kind => SyntaxKind.IndexExpression;

    public override IEnumerable<SyntaxNode> Children => [Operand, Index];
}
