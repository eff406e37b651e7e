using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>An element of a list, possibly optional.</summary>
internal sealed class ListElementSyntax(TextSpan span, bool isOptional, ExpressionSyntax value)
    : SyntaxNode(span, value)
{
    /// <summary>Whether it begins with a question mark.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>The value.</summary>
    public ExpressionSyntax Value { get; } = value;

    public override SyntaxKind Kind => SyntaxKind.ListElement;

    public override IEnumerable<SyntaxNode> Children => [Value];
}
