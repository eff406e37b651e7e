using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>Two operands with an operator other than <c>&amp;&amp;</c> and <c>||</c>.</summary>
internal sealed class BinaryExpressionSyntax(ExpressionSyntax left, SyntaxToken operatorToken, ExpressionSyntax right)
    : ExpressionSyntax(TextSpan.FromBounds(left.Span.Start, right.Span.End), left, right)
{
    /// <summary>The left operand.</summary>
    public ExpressionSyntax Left { get; } = left;

    /// <summary>The operator.</summary>
    public SyntaxToken OperatorToken { get; } = operatorToken;

    /// <summary>The right operand.</summary>
    public ExpressionSyntax Right { get; } = right;

    public override SyntaxKind Kind => SyntaxKind.BinaryExpression;

    public override IEnumerable<SyntaxNode> Children => [Left, Right];
}
