using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>Loops (CEL language definition, "Macros").</content>
internal static partial class Emitter
{
    /// <summary><c>all</c> and <c>exists</c>: the logic of <c>&amp;&amp;</c> and <c>||</c> over the elements.</summary>
    private static Condition EmitQuantifier(BoundComprehension node)
    {
        var range = EmitValue(node.Range);
        var condition = EmitCondition(node.Condition!);
        var decisive = node.Loop == ComprehensionKind.All ? Truth.False : Truth.True;
        var neutral = node.Loop == ComprehensionKind.All ? Truth.True : Truth.False;
        var (slot, span) = (node.Element.Slot, node.Span);
        return (frame, ref other) =>
        {
            if (!LoopRange.TryCreate(range(frame), span, out var elements, ref other))
                return Truth.Other;

            var trace = frame.Trace;
            var start = trace is null ? 0 : trace.Position;
            var result = neutral;
            CelValue found = default;
            for (var i = 0; i < elements.Count; i++)
            {
                if (!frame.TryTakeTurn())
                {
                    other = LoopRange.Exhausted(frame, span);
                    return Truth.Other;
                }

                frame.Local(slot) = elements[i];
                var mark = trace is null ? 0 : trace.Position;
                var truth = condition(frame, ref found);
                if (truth == neutral)
                    continue;
                if (truth == decisive)
                {
                    // This element alone decides.
                    trace?.Cut(start, mark);
                    return decisive;
                }

                other = result == Truth.Other ? Strict.Both(other, found) : found;
                result = Truth.Other;
            }

            return result;
        };
    }

    /// <summary><c>exists_one</c>: every element counts, so there is no short way out and no absorption.</summary>
    private static Condition EmitCount(BoundComprehension node)
    {
        var range = EmitValue(node.Range);
        var condition = EmitCondition(node.Condition!);
        var (slot, span) = (node.Element.Slot, node.Span);
        return (frame, ref other) =>
        {
            if (!LoopRange.TryCreate(range(frame), span, out var elements, ref other))
                return Truth.Other;

            var count = 0;
            var isPending = false;
            CelValue found = default;
            for (var i = 0; i < elements.Count; i++)
            {
                if (!frame.TryTakeTurn())
                {
                    other = LoopRange.Exhausted(frame, span);
                    return Truth.Other;
                }

                frame.Local(slot) = elements[i];
                var truth = condition(frame, ref found);
                if (truth == Truth.Other)
                {
                    other = isPending ? Strict.Both(other, found) : found;
                    isPending = true;
                }
                else if (truth == Truth.True)
                {
                    count++;
                }
            }

            return isPending ? Truth.Other : count == 1 ? Truth.True : Truth.False;
        };
    }

    /// <summary><c>map</c> and <c>filter</c>: a list of what the elements become, or of those that stay.</summary>
    private static Evaluator EmitProjection(BoundComprehension node)
    {
        var range = EmitValue(node.Range);
        var condition = node.Condition is null ? null : EmitCondition(node.Condition);
        var result = node.Result is null ? null : EmitValue(node.Result);
        var (slot, span) = (node.Element.Slot, node.Span);
        return frame =>
        {
            CelValue pending = default;
            if (!LoopRange.TryCreate(range(frame), span, out var elements, ref pending))
                return pending;

            var values = new List<CelValue>();
            CelValue found = default;
            for (var i = 0; i < elements.Count; i++)
            {
                if (!frame.TryTakeTurn())
                    return LoopRange.Exhausted(frame, span);

                frame.Local(slot) = elements[i];
                var truth = condition is null ? Truth.True : condition(frame, ref found);
                if (truth == Truth.True)
                {
                    found = result is null ? elements[i] : result(frame);
                    truth = found.IsValue || result is null ? Truth.True : Truth.Other;
                    values.Add(found);
                }

                if (truth == Truth.Other)
                    pending = Strict.Both(pending, found);
            }

            return pending.IsValue ? CelValue.Of(CelList.From([.. values])) : pending;
        };
    }
}
