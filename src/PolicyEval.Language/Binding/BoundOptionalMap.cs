using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary><c>optional.optMap(x, body)</c>, or <c>optFlatMap</c>, whose body is an optional itself.</summary>
internal sealed record BoundOptionalMap(
    TextSpan Span, CelType Type, bool IsFlat, BoundExpression Operand, LocalSymbol Variable, BoundExpression Body)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.OptionalMap;

    public override ImmutableArray<BoundExpression> Children => [Operand, Body];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Operand = children[0], Body = children[1] };
}
