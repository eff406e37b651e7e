using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>
/// <c>map.?field</c>, or <c>optional.field</c> of an optional map: none where the key is missing or there is no map.
/// The operand may turn out to be a record too.
/// </summary>
internal sealed record BoundOptionalSelect(
    TextSpan Span, CelType Type, BoundExpression Operand, string Name, ImmutableArray<FieldReference> Fields)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.OptionalSelect;

    public override ImmutableArray<BoundExpression> Children => [Operand];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Operand = children[0] };
}
