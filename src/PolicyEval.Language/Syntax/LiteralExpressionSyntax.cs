using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>A literal; the sign of a number belongs to it.</summary>
internal sealed class LiteralExpressionSyntax(SyntaxToken? minus, SyntaxToken token)
    : ExpressionSyntax(TextSpan.FromBounds((minus ?? token).Span.Start, token.Span.End))
{
    /// <summary>The minus, or null.</summary>
    public SyntaxToken? Minus { get; } = minus;

    /// <summary>The literal.</summary>
    public SyntaxToken Token { get; } = token;

    public override SyntaxKind Kind => SyntaxKind.LiteralExpression;

    public override IEnumerable<SyntaxNode> Children => [];
}
