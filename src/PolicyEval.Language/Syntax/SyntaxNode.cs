using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>
/// A node of the tree that the parser makes. Immutable; it knows what stands there, not what it means.
/// </summary>
internal abstract class SyntaxNode
{
    private protected SyntaxNode(TextSpan span, params ReadOnlySpan<SyntaxNode?> children)
    {
        Span = span;
        foreach (var child in children)
            Height = Math.Max(Height, child?.Height ?? 0);
        Height++;
    }

    /// <summary>The kind.</summary>
    public abstract SyntaxKind Kind { get; }

    /// <summary>The nodes below, in order.</summary>
    public abstract IEnumerable<SyntaxNode> Children { get; }

    /// <summary>Where, from the first token to the last.</summary>
    public TextSpan Span { get; }

    /// <summary>The number of nodes on the longest way down, this one included.</summary>
    public int Height { get; }
}
