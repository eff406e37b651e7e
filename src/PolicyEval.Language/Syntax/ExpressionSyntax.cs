using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>A node that has a value.</summary>
internal abstract class ExpressionSyntax : SyntaxNode
{
    private protected ExpressionSyntax(TextSpan span, params ReadOnlySpan<SyntaxNode?> children)
        : base(span, children)
    {
    }
}
