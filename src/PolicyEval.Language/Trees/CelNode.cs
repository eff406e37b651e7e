using System.Collections.Immutable;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Trees;

/// <summary>
/// A node of a compiled expression as its author wrote it, before lowering: what can be explained, covered by tests and
/// shown in an editor. Immutable; a node is itself only (compared by reference).
/// </summary>
/// <param name="kind">What it is.</param>
/// <param name="span">Where in the compiled text.</param>
/// <param name="type">The type of its value.</param>
/// <param name="name">The name of the variable, field, function, operator or macro; else empty.</param>
/// <param name="children">The nodes below, in the order of evaluation.</param>
public sealed class CelNode(
    CelNodeKind kind, TextSpan span, CelType type, string name, ImmutableArray<CelNode> children)
{
    /// <summary>What it is.</summary>
    public CelNodeKind Kind { get; } = kind;

    /// <summary>Where in the compiled text.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The type of its value.</summary>
    public CelType Type { get; } = type;

    /// <summary>The name of the variable, field, function or macro (<c>_==_</c>, <c>all</c>); else empty.</summary>
    public string Name { get; } = name;

    /// <summary>The nodes below, in the order of evaluation.</summary>
    public ImmutableArray<CelNode> Children { get; } = children;

    /// <summary>The slot of a field, also where a presence or evidence macro asks about one; else -1.</summary>
    public int Slot { get; init; } = -1;

    /// <summary>This node and all below it, each before its children.</summary>
    public IEnumerable<CelNode> DescendantsAndSelf() => Children.SelectMany(c => c.DescendantsAndSelf()).Prepend(this);
}
