using System.Collections.Immutable;

namespace PolicyEval.Language.Binding;

/// <summary>Rewrites a tree from the leaves up; where nothing changes the same nodes come back.</summary>
internal abstract class BoundTreeRewriter
{
    /// <summary>The tree, rewritten.</summary>
    public BoundExpression Rewrite(BoundExpression node)
    {
        var children = node.Children;
        ImmutableArray<BoundExpression>.Builder? changed = null;
        for (var i = 0; i < children.Length; i++)
        {
            var child = Rewrite(children[i]);
            if (ReferenceEquals(child, children[i]))
                continue;
            if (changed is null)
            {
                changed = ImmutableArray.CreateBuilder<BoundExpression>(children.Length);
                changed.AddRange(children);
            }

            changed[i] = child;
        }

        return RewriteNode(changed is null ? node : node.WithChildren(changed.MoveToImmutable()));
    }

    /// <summary>Rewrites one node whose children are rewritten already.</summary>
    protected abstract BoundExpression RewriteNode(BoundExpression node);
}
