using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>An expression in parentheses.</summary>
internal sealed class ParenthesizedExpressionSyntax(TextSpan span, ExpressionSyntax expression)
    : ExpressionSyntax(span, expression)
{
    /// <summary>What is inside.</summary>
    public ExpressionSyntax Expression { get; } = expression;

    public override SyntaxKind Kind => SyntaxKind.ParenthesizedExpression;

    public override IEnumerable<SyntaxNode> Children => [Expression];
}
