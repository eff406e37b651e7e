using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary><c>condition ? whenTrue : whenFalse</c>.</summary>
internal sealed class ConditionalExpressionSyntax(
    ExpressionSyntax condition, ExpressionSyntax whenTrue, ExpressionSyntax whenFalse)
    : ExpressionSyntax(TextSpan.FromBounds(condition.Span.Start, whenFalse.Span.End), condition, whenTrue, whenFalse)
{
    /// <summary>The condition.</summary>
    public ExpressionSyntax Condition { get; } = condition;

    /// <summary>The value if it holds.</summary>
    public ExpressionSyntax WhenTrue { get; } = whenTrue;

    /// <summary>The value if not.</summary>
    public ExpressionSyntax WhenFalse { get; } = whenFalse;

    public override SyntaxKind Kind => SyntaxKind.ConditionalExpression;

    public override IEnumerable<SyntaxNode> Children => [Condition, WhenTrue, WhenFalse];
}
