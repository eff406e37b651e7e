using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A field of a map, or of something whose type is known at run time only.</summary>
/// <param name="Span">Where.</param>
/// <param name="Type">The type.</param>
/// <param name="Operand">The map, or something.</param>
/// <param name="Name">The field.</param>
/// <param name="Fields">The fields of that name of the records that the operand may turn out to be.</param>
internal sealed record BoundSelect(
    TextSpan Span, CelType Type, BoundExpression Operand, string Name, ImmutableArray<FieldReference> Fields)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Select;

    public override ImmutableArray<BoundExpression> Children => [Operand];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Operand = children[0] };
}
