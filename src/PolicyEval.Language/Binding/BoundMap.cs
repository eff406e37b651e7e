using System.Collections.Immutable;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>A map literal.</summary>
internal sealed record BoundMap(TextSpan Span, CelType Type, ImmutableArray<BoundExpression> KeysAndValues)
    : BoundExpression(Span, Type)
{
    /// <summary>The indexes of the entries behind a question mark: an entry whose value is none is left out.</summary>
    public ImmutableArray<int> OptionalEntries { get; init; } = [];

    public override BoundNodeKind Kind => BoundNodeKind.Map;

    public override ImmutableArray<BoundExpression> Children => KeysAndValues;

    public override BoundExpression WithChildren(ImmutableArray<BoundExpression> children) =>
        this with { KeysAndValues = children };
}
