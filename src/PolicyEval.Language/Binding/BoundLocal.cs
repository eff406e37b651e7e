using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A variable that a macro declared.</summary>
internal sealed record BoundLocal(TextSpan Span, CelType Type, LocalSymbol Symbol)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Local;
}
