using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A call of a function or of an operator.</summary>
internal sealed record BoundCall(
    TextSpan Span, CelType Type, FunctionSymbol Function, bool IsMethod,
    ImmutableArray<OverloadSymbol> Overloads, ImmutableArray<BoundExpression> Arguments)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Call;

    public override ImmutableArray<BoundExpression> Children => Arguments;

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Arguments = children };
}
