using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary><c>operand.name</c> or <c>operand.?name</c>.</summary>
internal sealed class MemberExpressionSyntax(ExpressionSyntax operand, bool isOptional, SyntaxToken name)
    : ExpressionSyntax(TextSpan.FromBounds(operand.Span.Start, name.Span.End), operand)
{
    /// <summary>The left side.</summary>
    public ExpressionSyntax Operand { get; } = operand;

    /// <summary>Whether a question mark follows the dot.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>The field.</summary>
    public SyntaxToken Name { get; } = name;

    public override SyntaxKind Kind => SyntaxKind.MemberExpression;

    public override IEnumerable<SyntaxNode> Children => [Operand];
}
