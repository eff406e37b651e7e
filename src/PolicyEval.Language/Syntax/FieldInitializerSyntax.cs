using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>A field of a message.</summary>
internal sealed class FieldInitializerSyntax(TextSpan span, bool isOptional, SyntaxToken name, ExpressionSyntax value)
    : SyntaxNode(span, value)
{
    /// <summary>Whether it begins with a question mark.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>The field.</summary>
    public SyntaxToken Name { get; } = name;

    /// <summary>The value.</summary>
    public ExpressionSyntax Value { get; } = value;

    public override SyntaxKind Kind => SyntaxKind.FieldInitializer;

    public override IEnumerable<SyntaxNode> Children => [Value];
}
