using System.Collections.Immutable;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary><c>[a, ?b]</c>.</summary>
internal sealed class ListExpressionSyntax(TextSpan span, ImmutableArray<ListElementSyntax> elements)
    : ExpressionSyntax(span, [.. elements])
{
    /// <summary>The elements.</summary>
    public ImmutableArray<ListElementSyntax> Elements { get; } = elements;

    public override SyntaxKind Kind => SyntaxKind.ListExpression;

    public override IEnumerable<SyntaxNode> Children => [.. Elements];
}
