using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>An expression that was expected and is not there; already reported.</summary>
internal sealed class MissingExpressionSyntax(TextSpan span)
    : ExpressionSyntax(span)
{
    public override SyntaxKind Kind => SyntaxKind.MissingExpression;

    public override IEnumerable<SyntaxNode> Children => [];
}
