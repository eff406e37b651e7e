using PolicyEval.Language.Binding;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>Calls. They are strict: an argument that is no value is the answer.</content>
internal static partial class Emitter
{
    private const string TimestampDifference = "subtract_timestamp_timestamp";

    private static Evaluator EmitCall(BoundCall node)
    {
        var call = node is { IsMethod: true, Function.Name: "or" or "orValue", Arguments.Length: 2 }
            ? EmitAlternative(node)
            : EmitStrictCall(node);
        var overloads = node.Overloads.IsEmpty ? node.Function.Overloads : node.Overloads;
        return overloads.Any(o => o.IsMetered) ? Metered(call, node.Span) : call;
    }

    private static Evaluator EmitStrictCall(BoundCall node)
    {
        var arguments = node.Arguments.Select(EmitValue).ToArray();
        var dispatch = new OverloadDispatch(node.Function, node.IsMethod, node.Overloads, arguments.Length);
        var span = node.Span;
        if (node is { Overloads: [{ Specialize: { } specialize }], Arguments: [_, BoundConstant constant] }
            && specialize(constant.Value) is { } body)
        {
            var parameter = node.Overloads[0].Parameters[0];
            return EmitSpecialized(Operand.Of(node.Arguments[0]), body, parameter, dispatch, constant.Value, span);
        }

        if (node.Overloads is [{ Id: TimestampDifference }])
            return EmitAge(node, dispatch);
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

    /// <summary>A call whose second argument is a constant that was prepared at compile time.</summary>
    private static Evaluator EmitSpecialized(
        Operand argument,
        UnaryBody body,
        CelType parameter,
        OverloadDispatch dispatch,
        CelValue constant,
        TextSpan span)
    {
        var kind = ValueKinds.Of(parameter);
        return frame =>
        {
            var value = argument.Read(frame);
            if (value.Kind == kind)
                return Strict.WithSpan(body(value), span);
            return value.IsValue ? Strict.WithSpan(dispatch.Invoke(value, constant), span) : value;
        };
    }

    /// <summary>What makes values that may be big, such that a loop cannot fill the memory with them.</summary>
    private static Evaluator Metered(Evaluator maker, TextSpan span)
    {
        return frame =>
        {
            var made = maker(frame);
            return frame.TryTakeSpace(made) ? made : Strict.WithSpan(CelErrors.TooMuchSpace, span);
        };
    }

    /// <summary>The time between two timestamps: every rule about an age computes one for every row.</summary>
    private static Evaluator EmitAge(BoundCall node, OverloadDispatch dispatch)
    {
        var left = Operand.Of(node.Arguments[0]);
        var right = Operand.Of(node.Arguments[1]);
        var span = node.Span;
        return frame =>
        {
            var l = left.Read(frame);
            var r = right.Read(frame);
            if (l.Kind == CelKind.Timestamp && r.Kind == CelKind.Timestamp
                && CheckedArithmetic.TrySubtract(l.AsTimestamp, r.AsTimestamp, out var age))
                return CelValue.Of(age);
            return Subtract(dispatch, l, r, span);
        };
    }

    private static CelValue Subtract(OverloadDispatch dispatch, CelValue left, CelValue right, TextSpan span) =>
        left.IsValue && right.IsValue ? Strict.WithSpan(dispatch.Invoke(left, right), span) : Strict.Both(left, right);
}
