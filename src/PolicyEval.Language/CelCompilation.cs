using System.Collections.Immutable;
using PolicyEval.Language.Analysis;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Types;

namespace PolicyEval.Language;

/// <summary>What the compiler made of one expression. Immutable.</summary>
public sealed class CelCompilation
{
    internal CelCompilation(
        ImmutableArray<Diagnostic> diagnostics,
        BoundTree bound,
        CompiledExpression? expression,
        AnalyzedExpression? analysis)
    {
        Diagnostics = diagnostics;
        Bound = bound;
        Expression = expression;
        Analysis = analysis;
    }

    /// <summary>What was wrong, in the order of the text within each stage. Empty when all is well.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The type of the result; the error type where that is not known because of a mistake.</summary>
    public CelType ResultType => Bound.Root.Type;

    /// <summary>The expression, ready to run; null when there is an error among the diagnostics.</summary>
    public CompiledExpression? Expression { get; }

    /// <summary>
    /// What others may conclude from the expression; null where there is an error, or nothing was checked.
    /// </summary>
    public AnalyzedExpression? Analysis { get; }

    /// <summary>The bound tree, before lowering.</summary>
    internal BoundTree Bound { get; }
}
