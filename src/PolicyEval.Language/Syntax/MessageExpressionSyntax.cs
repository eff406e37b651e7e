using System.Collections.Immutable;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary><c>a.b.Type{f: v}</c>.</summary>
internal sealed class MessageExpressionSyntax(
    TextSpan span, ExpressionSyntax typeName, ImmutableArray<FieldInitializerSyntax> fields)
    : ExpressionSyntax(span, [typeName, .. fields])
{
    /// <summary>The name: a name or members of it.</summary>
    public ExpressionSyntax TypeName { get; } = typeName;

    /// <summary>The fields.</summary>
    public ImmutableArray<FieldInitializerSyntax> Fields { get; } = fields;

    public override SyntaxKind Kind => SyntaxKind.MessageExpression;

    public override IEnumerable<SyntaxNode> Children => [TypeName, .. Fields];
}
