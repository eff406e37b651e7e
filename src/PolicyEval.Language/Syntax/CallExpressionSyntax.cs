using System.Collections.Immutable;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary><c>f(a, b)</c>, <c>.f(a)</c> or <c>receiver.f(a)</c>.</summary>
internal sealed class CallExpressionSyntax(
    TextSpan span,
    ExpressionSyntax? receiver,
    bool hasLeadingDot,
    SyntaxToken name,
    ImmutableArray<ExpressionSyntax> arguments)
    : ExpressionSyntax(span, [receiver, .. arguments])
{
    /// <summary>What stands before the dot, or null.</summary>
    public ExpressionSyntax? Receiver { get; } = receiver;

    /// <summary>Whether the function is looked up in the root.</summary>
    public bool HasLeadingDot { get; } = hasLeadingDot;

    /// <summary>The function.</summary>
    public SyntaxToken Name { get; } = name;

    /// <summary>The arguments without the receiver.</summary>
    public ImmutableArray<ExpressionSyntax> Arguments { get; } = arguments;

    public override SyntaxKind Kind => SyntaxKind.CallExpression;

    public override IEnumerable<SyntaxNode> Children =>
        Receiver is null ? Arguments : [Receiver, .. Arguments];
}
