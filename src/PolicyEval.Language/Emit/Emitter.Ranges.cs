using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>What loops run over.</content>
internal static partial class Emitter
{
    /// <summary>
    /// The range of <c>all</c>, <c>exists</c> and <c>exists_one</c>. Nobody but the loop sees it, so a filter need not
    /// make a list: <c>users.filter(u, a).all(u, b)</c> allocates nothing.
    /// </summary>
    private static RangeSource EmitRange(BoundComprehension node)
    {
        if (node.Range is BoundComprehension { Loop: ComprehensionKind.Filter, Variables.Length: 1 } filter)
            return EmitKeeping(filter);

        var range = EmitValue(node.Range);
        var span = node.Span;
        return (frame, ref other, out elements) => LoopRange.TryCreate(range(frame), span, out elements, ref other);
    }

    /// <summary>A loop that gives back, when it is over, the room of the positions that were kept for it.</summary>
    private static Condition Releasing(BoundComprehension node, Condition loop)
    {
        if (node.Range is not BoundComprehension { Loop: ComprehensionKind.Filter })
            return loop;
        return (frame, ref other) =>
        {
            var before = frame.KeptTop;
            var truth = loop(frame, ref other);
            frame.KeptTop = before;
            return truth;
        };
    }

    /// <summary>A filter that leaves the positions of what it keeps in the frame.</summary>
    private static RangeSource EmitKeeping(BoundComprehension node)
    {
        var range = EmitRange(node);
        var condition = EmitCondition(node.Condition!);
        var (variables, span) = (LoopVariables.Of(node), node.Span);
        return (frame, ref other, out kept) =>
        {
            if (!range(frame, ref other, out kept))
                return false;

            var elements = kept;
            var from = frame.KeptTop;
            CelValue pending = default;
            CelValue found = default;
            for (var i = 0; i < elements.Count; i++)
            {
                if (!frame.TryTakeTurn())
                {
                    other = LoopRange.Exhausted(frame, span);
                    return false;
                }

                variables.Assign(frame, in elements, i);
                var truth = condition(frame, ref found);
                if (truth == Truth.True)
                    frame.Keep(elements.PositionOf(i));
                else if (truth == Truth.Other)
                    pending = Strict.Both(pending, found);
            }

            kept = elements.Kept(frame, from);
            if (pending.IsValue)
                return true;
            other = pending;
            return false;
        };
    }
}
