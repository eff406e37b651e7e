using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>Nodes that an observer watches. Speed does not count here.</content>
internal static partial class Emitter
{
    private static Evaluator EmitObserved(BoundObserved node)
    {
        var inner = EmitValue(node.Inner);
        return frame =>
        {
            var mark = frame.Trace?.Position ?? 0;
            var value = inner(frame);
            Show(node, value, frame, mark);
            return value;
        };
    }

    private static Condition EmitObservedCondition(BoundObserved node)
    {
        var inner = EmitCondition(node.Inner);
        return (frame, ref other) =>
        {
            var mark = frame.Trace?.Position ?? 0;
            var truth = inner(frame, ref other);
            Show(node, truth == Truth.Other ? other : CelValue.Of(truth == Truth.True), frame, mark);
            return truth;
        };
    }

    private static void Show(BoundObserved node, CelValue value, CelFrame frame, int mark) =>
        frame.Observer?.Observe(node.Node, value, frame.Trace is { } trace ? trace.SpanFrom(mark) : []);
}
