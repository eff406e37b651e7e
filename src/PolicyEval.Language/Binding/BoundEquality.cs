using System.Collections.Immutable;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary><c>==</c> or <c>!=</c>; lowering makes it from the call of the operator.</summary>
internal sealed record BoundEquality(TextSpan Span, bool IsNegated, BoundExpression Left, BoundExpression Right)
    : BoundExpression(Span, CelType.Bool)
{
    public override BoundNodeKind Kind => BoundNodeKind.Equality;

    public override ImmutableArray<BoundExpression> Children => [Left, Right];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Left = children[0], Right = children[1] };
}
