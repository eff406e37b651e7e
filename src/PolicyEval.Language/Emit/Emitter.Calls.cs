using PolicyEval.Language.Binding;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>Calls. They are strict: an argument that is no value is the answer.</content>
internal static partial class Emitter
{
    private static Evaluator EmitCall(BoundCall node)
    {
        var arguments = node.Arguments.Select(EmitValue).ToArray();
        var dispatch = new OverloadDispatch(node.Function, node.IsMethod, node.Overloads, arguments.Length);
        var span = node.Span;
        return arguments switch
        {
            [var argument] => frame =>
            {
                var value = argument(frame);
                return value.IsValue ? Strict.WithSpan(dispatch.Invoke(value), span) : value;
            }
            ,
            [var left, var right] => frame =>
            {
                var l = left(frame);
                var r = right(frame);
                return l.IsValue && r.IsValue ? Strict.WithSpan(dispatch.Invoke(l, r), span) : Strict.Both(l, r);
            }
            ,
            _ => frame =>
            {
                var values = new CelValue[arguments.Length];
                return TryEvaluate(arguments, frame, values)
                    ? Strict.WithSpan(dispatch.Invoke(values), span)
                    : Strict.All(values);
            }
            ,
        };
    }
}
