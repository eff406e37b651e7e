using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Binding;

/// <summary>A value that is known now; an error among them, which fails only if it is evaluated.</summary>
internal sealed record BoundConstant(TextSpan Span, CelType Type, CelValue Value)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Constant;
}
