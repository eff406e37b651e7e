using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>
/// <c>cel.bind(x, init, body)</c>: the variable is computed when the body first reads it, and once at most.
/// </summary>
internal sealed record BoundBind(
    TextSpan Span, CelType Type, LocalSymbol Variable, BoundExpression Init, BoundExpression Body)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Bind;

    public override ImmutableArray<BoundExpression> Children => [Init, Body];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Init = children[0], Body = children[1] };
}
