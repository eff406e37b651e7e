using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary><c>!operand</c> or <c>-operand</c>.</summary>
internal sealed class UnaryExpressionSyntax(SyntaxToken operatorToken, ExpressionSyntax operand)
    : ExpressionSyntax(TextSpan.FromBounds(operatorToken.Span.Start, operand.Span.End), operand)
{
    /// <summary>The operator.</summary>
    public SyntaxToken OperatorToken { get; } = operatorToken;

    /// <summary>The operand.</summary>
    public ExpressionSyntax Operand { get; } = operand;

    public override SyntaxKind Kind => SyntaxKind.UnaryExpression;

    public override IEnumerable<SyntaxNode> Children => [Operand];
}
