using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>A name, possibly with a leading dot.</summary>
internal sealed class NameExpressionSyntax(SyntaxToken? dot, SyntaxToken identifier)
    : ExpressionSyntax(TextSpan.FromBounds((dot ?? identifier).Span.Start, identifier.Span.End))
{
    /// <summary>The leading dot (look the name up in the root), or null.</summary>
    public SyntaxToken? Dot { get; } = dot;

    /// <summary>The name.</summary>
    public SyntaxToken Identifier { get; } = identifier;

    public override SyntaxKind Kind => SyntaxKind.NameExpression;

    public override IEnumerable<SyntaxNode> Children => [];
}
