using System.Collections.Immutable;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>
/// A node of the tree that the binder makes: it carries all meaning, so that nothing after it looks at syntax.
/// Immutable; two nodes are the same only by reference.
/// </summary>
/// <param name="Span">Where in the compiled text.</param>
/// <param name="Type">The type; while the binder runs it may hold inference variables.</param>
internal abstract record BoundExpression(TextSpan Span, CelType Type)
{
    /// <summary>The kind.</summary>
    public abstract BoundNodeKind Kind { get; }

    /// <summary>The nodes below, in the order of evaluation.</summary>
    public virtual ImmutableArray<BoundExpression> Children => [];

    /// <summary>This node over other children, as many as it has.</summary>
    public virtual BoundExpression WithChildren(ImmutableArray<BoundExpression> children) => this;
}
