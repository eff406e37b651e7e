using System.Diagnostics;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Trees;

namespace PolicyEval.Language.Lowering;

/// <summary>
/// A bound tree in the form that shows every node to an observer: nothing is folded, so that the nodes are those that
/// the author wrote.
/// </summary>
/// <param name="Root">The tree as observers know it.</param>
/// <param name="Bound">The tree to emit.</param>
internal sealed record ObservedTree(CelNode Root, BoundExpression Bound)
{
    /// <summary>The observed form of a tree.</summary>
    public static ObservedTree Of(BoundExpression node)
    {
        var children = node.Children.Select(Of).ToArray();
        var shown = new CelNode(
            KindOf(node), node.Span, node.Type, NameOf(node), [.. children.Select(c => c.Root)])
        {
            Slot = SlotOf(node),
        };
        var inner = node.WithChildren([.. children.Select(c => c.Bound)]);
        return new ObservedTree(shown, new BoundObserved(shown, inner));
    }

    private static CelNodeKind KindOf(BoundExpression node) => node switch
    {
        BoundConstant => CelNodeKind.Constant,
        BoundVariable => CelNodeKind.Variable,
        BoundLocal => CelNodeKind.Local,
        BoundField or BoundOptionalField => CelNodeKind.Field,
        BoundSelect or BoundOptionalSelect => CelNodeKind.Select,
        BoundFieldPresence or BoundPresence => CelNodeKind.Presence,
        BoundEvidence => CelNodeKind.Evidence,
        BoundCall => CelNodeKind.Call,
        BoundNot => CelNodeKind.Not,
        BoundLogical logical => logical.IsAnd ? CelNodeKind.And : CelNodeKind.Or,
        BoundConditional => CelNodeKind.Conditional,
        BoundList => CelNodeKind.List,
        BoundMap => CelNodeKind.Map,
        BoundComprehension => CelNodeKind.Comprehension,
        BoundBind => CelNodeKind.Bind,
        BoundOptionalMap => CelNodeKind.OptionalMap,
        BoundFailure => CelNodeKind.Failure,
        _ => throw new UnreachableException(node.Kind.ToString()),
    };

    private static string NameOf(BoundExpression node) => node switch
    {
        BoundVariable variable => variable.Symbol.Name,
        BoundLocal local => local.Symbol.Name,
        BoundField field => field.Field.Name,
        BoundSelect select => select.Name,
        BoundOptionalField field => field.Field.Name,
        BoundOptionalSelect select => select.Name,
        BoundFieldPresence presence => presence.Field.Name,
        BoundPresence presence => presence.Name,
        BoundEvidence evidence => evidence.Macro.ToString().ToLowerInvariant(),
        BoundCall call => call.Function.Name,
        BoundComprehension loop => loop.Loop.ToString(),
        BoundBind bind => bind.Variable.Name,
        BoundOptionalMap map => map.IsFlat ? "optFlatMap" : "optMap",
        _ => "",
    };

    private static int SlotOf(BoundExpression node) => node switch
    {
        BoundField field => field.Field.Slot,
        BoundOptionalField field => field.Field.Slot,
        BoundFieldPresence presence => presence.Field.Slot,
        BoundEvidence evidence => evidence.Field.Slot,
        _ => -1,
    };
}
