using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A variable of the environment.</summary>
internal sealed record BoundVariable(TextSpan Span, CelType Type, VariableSymbol Symbol)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Variable;
}
