using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary><c>known(record.field)</c>: whether the cell's value is known.</summary>
internal sealed record BoundKnown(TextSpan Span, BoundExpression Operand, RecordSymbol Record, FieldSymbol Field)
    : BoundExpression(Span, CelType.Bool)
{
    public override BoundNodeKind Kind => BoundNodeKind.Known;

    public override ImmutableArray<BoundExpression> Children => [Operand];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Operand = children[0] };
}
