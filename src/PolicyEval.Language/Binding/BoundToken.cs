using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary><c>token(record.field)</c>: the raw text of the cell.</summary>
internal sealed record BoundToken(TextSpan Span, BoundExpression Operand, RecordSymbol Record, FieldSymbol Field)
    : BoundExpression(Span, CelType.String)
{
    public override BoundNodeKind Kind => BoundNodeKind.Token;

    public override ImmutableArray<BoundExpression> Children => [Operand];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Operand = children[0] };
}
