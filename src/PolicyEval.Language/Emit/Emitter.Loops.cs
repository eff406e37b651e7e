using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>Loops (CEL language definition, "Macros").</content>
internal static partial class Emitter
{
    /// <summary><c>all</c> and <c>exists</c>: the logic of <c>&amp;&amp;</c> and <c>||</c> over the elements.</summary>
    private static Condition EmitQuantifier(BoundComprehension node)
    {
        var range = EmitRange(node);
        var condition = EmitCondition(node.Condition!);
        var decisive = node.Loop == ComprehensionKind.All ? Truth.False : Truth.True;
        var neutral = node.Loop == ComprehensionKind.All ? Truth.True : Truth.False;
        var (variables, span) = (LoopVariables.Of(node), node.Span);
        return (frame, ref other) =>
        {
            if (!range(frame, ref other, out var elements))
                return Truth.Other;

            var absorption = new Absorption(frame.Trace);
            CelValue found = default;
            for (var i = 0; i < elements.Count; i++)
            {
                if (!frame.TryTakeTurn())
                {
                    other = LoopRange.Exhausted(frame, span);
                    return Truth.Other;
                }

                variables.Assign(frame, in elements, i);
                absorption.Begin();
                var truth = condition(frame, ref found);
                if (truth == neutral)
                    continue;
                if (truth == decisive)
                {
                    absorption.Decide();
                    return decisive;
                }

                absorption.Take(found, ref other);
            }

            return absorption.IsPending ? Truth.Other : neutral;
        };
    }

    /// <summary><c>exists_one</c>: every element counts, so there is no short way out and no absorption.</summary>
    private static Condition EmitCount(BoundComprehension node)
    {
        var range = EmitRange(node);
        var condition = EmitCondition(node.Condition!);
        var (variables, span) = (LoopVariables.Of(node), node.Span);
        return (frame, ref other) =>
        {
            if (!range(frame, ref other, out var elements))
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

                variables.Assign(frame, in elements, i);
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

    /// <summary><c>map</c>, <c>filter</c>, <c>transform…</c>: what the elements become, or those that stay.</summary>
    private static Evaluator EmitProjection(BoundComprehension node)
    {
        var range = EmitValue(node.Range);
        var condition = node.Condition is null ? null : EmitCondition(node.Condition);
        var result = node.Result is null ? null : EmitValue(node.Result);
        var (variables, loop, span) = (LoopVariables.Of(node), node.Loop, node.Span);
        Evaluator projection = frame =>
        {
            CelValue pending = default;
            if (!LoopRange.TryCreate(range(frame), span, out var elements, ref pending))
                return pending;

            var made = new Projection(loop, span);
            CelValue found = default;
            for (var i = 0; i < elements.Count; i++)
            {
                if (!frame.TryTakeTurn())
                    return LoopRange.Exhausted(frame, span);

                variables.Assign(frame, in elements, i);
                var truth = condition is null ? Truth.True : condition(frame, ref found);
                if (truth == Truth.True)
                {
                    // An element that stays may be unknown: the list has it, and nobody looked at it yet.
                    found = result is null ? elements[i] : result(frame);
                    truth = result is null || found.IsValue ? Truth.True : Truth.Other;
                    if (truth == Truth.True && !made.TryAdd(frame, in elements, i, ref found))
                        truth = Truth.Other;
                }

                if (truth == Truth.Other)
                    pending = Strict.Both(pending, found);
            }

            return pending.IsValue ? made.ToValue() : pending;
        };
        return loop is ComprehensionKind.TransformMap or ComprehensionKind.TransformMapEntry
            ? Metered(projection, span)
            : projection;
    }

    /// <summary><c>cel.bind</c>: the variable waits until the body reads it.</summary>
    private static Evaluator EmitBind(BoundBind node)
    {
        var body = EmitValue(node.Body);
        Func<CelFrame, CelValue> init = EmitValue(node.Init).Invoke;
        var slot = node.Variable.Slot;
        return frame =>
        {
            frame.Defer(slot, init);
            return body(frame);
        };
    }
}
