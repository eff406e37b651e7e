using System.Collections.Immutable;
using PolicyEval.Language.Trees;

namespace PolicyEval.Language.Binding;

/// <summary>A node whose value is shown to the frame's observer. Made by lowering, where somebody watches.</summary>
/// <param name="Node">The node as observers know it.</param>
/// <param name="Inner">What is evaluated.</param>
internal sealed record BoundObserved(CelNode Node, BoundExpression Inner) : BoundExpression(Inner.Span, Inner.Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Observed;

    public override ImmutableArray<BoundExpression> Children => [Inner];

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Inner = children[0] };
}
