using System.Collections.Immutable;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A list literal.</summary>
internal sealed record BoundList(TextSpan Span, CelType Type, ImmutableArray<BoundExpression> Elements)
    : BoundExpression(Span, Type)
{
    /// <summary>The indexes of the elements behind a question mark: optionals, of which none is left out.</summary>
    public ImmutableArray<int> OptionalElements { get; init; } = [];

    public override BoundNodeKind Kind => BoundNodeKind.List;

    public override ImmutableArray<BoundExpression> Children => Elements;

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { Elements = children };
}
