using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A loop over a list or a map.</summary>
/// <param name="Span">Where.</param>
/// <param name="Type">The type.</param>
/// <param name="Loop">What it makes of the elements.</param>
/// <param name="Range">The list or map.</param>
/// <param name="Variables">
/// One variable for the element of a list or the key of a map; or two: index and element, key and value.
/// </param>
/// <param name="Condition">The predicate; null for a projection without one.</param>
/// <param name="Result">What an element becomes: null but for projections.</param>
internal sealed record BoundComprehension(
    TextSpan Span, CelType Type, ComprehensionKind Loop, BoundExpression Range,
    ImmutableArray<LocalSymbol> Variables, BoundExpression? Condition, BoundExpression? Result)
    : BoundExpression(Span, Type)
{
    /// <summary>Whether it makes a list or a map, and not a truth value.</summary>
    public bool IsProjection =>
        Loop is not (ComprehensionKind.All or ComprehensionKind.Exists or ComprehensionKind.ExistsOne);

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
