using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A loop over a list or over the keys of a map.</summary>
/// <param name="Span">Where.</param>
/// <param name="Type">The type.</param>
/// <param name="Loop">What it makes of the elements.</param>
/// <param name="Range">The list or map.</param>
/// <param name="Element">The variable of the loop.</param>
/// <param name="Condition">The predicate; null for a <c>map</c> without one.</param>
/// <param name="Result">The element of the result: for <c>map</c> only.</param>
internal sealed record BoundComprehension(
    TextSpan Span, CelType Type, ComprehensionKind Loop, BoundExpression Range, LocalSymbol Element,
    BoundExpression? Condition, BoundExpression? Result)
    : BoundExpression(Span, Type)
{
    public override BoundNodeKind Kind => BoundNodeKind.Comprehension;

    public override ImmutableArray<BoundExpression> Children =>
        (Condition, Result) switch
        {
            (null, null) => [Range],
            (null, _) => [Range, Result],
            (_, null) => [Range, Condition],
            _ => [Range, Condition, Result],
        };

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with
        {
            Range = children[0],
            Condition = Condition is null ? null : children[1],
            Result = Result is null ? null : children[^1],
        };
}
