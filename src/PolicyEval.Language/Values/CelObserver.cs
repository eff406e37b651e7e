using PolicyEval.Language.Trees;

namespace PolicyEval.Language.Values;

/// <summary>
/// Watches an evaluation node by node: for explanations, for the messages of failed tests and for coverage. Set on a
/// frame; expressions then run a slower form of themselves that means the same.
/// </summary>
public abstract class CelObserver
{
    /// <summary>
    /// A node was evaluated; its children before it. A node inside a loop comes once for each turn, a node that a
    /// short way out skipped not at all.
    /// </summary>
    /// <param name="node">A node of the tree of the expression that runs (<c>CompiledExpression.Tree</c>).</param>
    /// <param name="value">Its value, which may be an error or an unknown.</param>
    /// <param name="cells">The cells that decided it, in the order read; empty where the frame has no trace.</param>
    public abstract void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells);
}
