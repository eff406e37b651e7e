using System.Collections.Immutable;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary><c>condition ? whenTrue : whenFalse</c>.</summary>
internal sealed record BoundConditional(
    TextSpan Span, CelType Type, BoundExpression Condition, BoundExpression WhenTrue, BoundExpression WhenFalse)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Conditional;

    public override ImmutableArray<BoundExpression> Children => [Condition, WhenTrue, WhenFalse];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Condition = children[0], WhenTrue = children[1], WhenFalse = children[2] };
}
