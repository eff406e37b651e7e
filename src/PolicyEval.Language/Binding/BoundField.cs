using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A field of a record.</summary>
internal sealed record BoundField(
    TextSpan Span, CelType Type, BoundExpression Operand, RecordSymbol Record, FieldSymbol Field)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Field;

    public override ImmutableArray<BoundExpression> Children => [Operand];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Operand = children[0] };
}
