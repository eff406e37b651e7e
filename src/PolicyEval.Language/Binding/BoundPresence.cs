using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary><c>has(map.field)</c>: whether the key is there, or the field of what turns out to be a record.</summary>
internal sealed record BoundPresence(
    TextSpan Span, BoundExpression Operand, string Name, ImmutableArray<FieldReference> Fields)
    : BoundExpression(Span, CelType.Bool)
{
    public override BoundNodeKind Kind => BoundNodeKind.Presence;

    public override ImmutableArray<BoundExpression> Children => [Operand];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Operand = children[0] };
}
