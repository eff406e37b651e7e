using System.Collections.Immutable;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A chain of <c>&amp;&amp;</c> or of <c>||</c>.</summary>
internal sealed record BoundLogical(TextSpan Span, bool IsAnd, ImmutableArray<BoundExpression> Terms)
    : BoundExpression(Span, CelType.Bool)
{
    public override BoundNodeKind Kind => BoundNodeKind.Logical;

    public override ImmutableArray<BoundExpression> Children => Terms;

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Terms = children };
}
