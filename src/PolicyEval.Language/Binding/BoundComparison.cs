using System.Collections.Immutable;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A comparison of order; lowering makes it from the call of the operator.</summary>
/// <param name="Span">Where.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Operands">What both operands are unless one is null at run time; dyn where that is not known.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
internal sealed record BoundComparison(
    TextSpan Span, ComparisonOperator Operator, CelTypeKind Operands, BoundExpression Left, BoundExpression Right)
    : BoundExpression(Span, CelType.Bool)
{
    public override BoundNodeKind Kind => BoundNodeKind.Comparison;

    public override ImmutableArray<BoundExpression> Children => [Left, Right];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Left = children[0], Right = children[1] };
}
