using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>
/// <c>record.?field</c>, or <c>optional.field</c> of an optional record: none where the field is null or there is no
/// record.
/// </summary>
internal sealed record BoundOptionalField(
    TextSpan Span, CelType Type, BoundExpression Operand, RecordSymbol Record, FieldSymbol Field)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.OptionalField;

    public override ImmutableArray<BoundExpression> Children => [Operand];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Operand = children[0] };
}
