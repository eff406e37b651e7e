using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>An entry of a map, possibly optional.</summary>
internal sealed class MapEntrySyntax(TextSpan span, bool isOptional, ExpressionSyntax key, ExpressionSyntax value)
    : SyntaxNode(span, key, value)
{
    /// <summary>Whether it begins with a question mark.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>The key.</summary>
    public ExpressionSyntax Key { get; } = key;

    /// <summary>The value.</summary>
    public ExpressionSyntax Value { get; } = value;

    public override SyntaxKind Kind => SyntaxKind.MapEntry;

    public override IEnumerable<SyntaxNode> Children => [Key, Value];
}
