using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A macro over a cell of the evidence, such as <c>known(record.field)</c>.</summary>
internal sealed record BoundEvidence(
    TextSpan Span, EvidenceMacro Macro, BoundExpression Operand, RecordSymbol Record, FieldSymbol Field)
    : BoundExpression(Span, TypeOf(Macro, Field.Type))
{
    public override BoundNodeKind Kind => BoundNodeKind.Evidence;

    public override ImmutableArray<BoundExpression> Children => [Operand];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Operand = children[0] };

    private static CelType TypeOf(EvidenceMacro macro, CelType field) => macro switch
    {
        EvidenceMacro.Token => CelType.String,
        EvidenceMacro.Require => field.Kind == CelTypeKind.Wrapper ? field.Arguments[0] : field,
        _ => CelType.Bool,
    };
}
