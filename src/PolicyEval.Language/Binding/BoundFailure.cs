using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>
/// An expression that fails whenever it is evaluated: a name that is unknown where nothing was checked.
/// </summary>
internal sealed record BoundFailure(TextSpan Span, CelType Type, string Message)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Failure;
}
