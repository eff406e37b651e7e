using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>What was reported already; its type is the error type, which goes with every other.</summary>
internal sealed record BoundError(TextSpan Span)
    : BoundExpression(Span, CelType.Error)
{
    public override BoundNodeKind Kind => BoundNodeKind.Error;
}
