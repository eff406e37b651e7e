using System.Collections.Immutable;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary><c>{k: v, ?k: v}</c>.</summary>
internal sealed class MapExpressionSyntax(TextSpan span, ImmutableArray<MapEntrySyntax> entries)
    : ExpressionSyntax(span, [.. entries])
{
    /// <summary>The entries.</summary>
    public ImmutableArray<MapEntrySyntax> Entries { get; } = entries;

    public override SyntaxKind Kind => SyntaxKind.MapExpression;

    public override IEnumerable<SyntaxNode> Children => [.. Entries];
}
