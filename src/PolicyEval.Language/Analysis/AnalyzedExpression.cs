using System.Collections.Immutable;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Language.Analysis;

/// <summary>An expression that was looked at, for what others may conclude from it. Immutable.</summary>
public sealed class AnalyzedExpression
{
    internal AnalyzedExpression(
        BoundExpression root, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<NullRequirement> requirements)
    {
        Root = root;
        Diagnostics = diagnostics;
        Requirements = requirements;
    }

    /// <summary>The tree.</summary>
    internal BoundExpression Root { get; }

    /// <summary>What was found.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What must not be null where a deferred expression is named.</summary>
    internal ImmutableArray<NullRequirement> Requirements { get; }

    /// <summary>Whether two expressions always have the same value, judged by how they are built.</summary>
    public bool IsSameAs(AnalyzedExpression other) => SameExpression.Are(Root, other.Root);
}
