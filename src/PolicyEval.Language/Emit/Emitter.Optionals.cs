using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>Optional values (cel-go extension "optional types").</content>
internal static partial class Emitter
{
    /// <summary>The optional without a value.</summary>
    public static CelValue None { get; } = CelValue.Of(CelOptional.None);

    private static Evaluator EmitOptionalField(BoundOptionalField node)
    {
        var operand = EmitValue(node.Operand);
        var (slot, span) = (node.Field.Slot, node.Span);
        return frame =>
        {
            var record = operand(frame);
            if (!TryUnwrap(ref record))
                return None;
            var value = Get(record, slot, frame, span);
            return value.Kind == CelKind.Null ? None : Wrapped(value);
        };
    }

    private static Evaluator EmitOptionalSelect(BoundOptionalSelect node)
    {
        var operand = EmitValue(node.Operand);
        var selection = new Selection(node.Name, node.Fields, node.Span);
        return frame => selection.GetPresent(operand(frame), frame);
    }

    private static Evaluator EmitOptionalMap(BoundOptionalMap node)
    {
        var operand = EmitValue(node.Operand);
        var body = EmitValue(node.Body);
        var (slot, isFlat, span) = (node.Variable.Slot, node.IsFlat, node.Span);
        return frame =>
        {
            var value = operand(frame);
            if (value.Kind != CelKind.Optional)
                return Strict.NoOverload("an optional macro", value, span);
            if (!TryUnwrap(ref value))
                return None;

            frame.Local(slot) = value;
            var result = body(frame);
            if (!isFlat)
                return Wrapped(result);
            return result.Kind == CelKind.Optional ? result : Strict.NoOverload("optFlatMap", result, span);
        };
    }

    /// <summary>
    /// <c>optional.or(other)</c> and <c>optional.orValue(other)</c>: the other is evaluated only where it is needed, so
    /// that its errors count only there.
    /// </summary>
    private static Evaluator EmitAlternative(BoundCall node)
    {
        var operand = EmitValue(node.Arguments[0]);
        var other = EmitValue(node.Arguments[1]);
        var (name, span) = (node.Function.Name, node.Span);
        var isValue = name == "orValue";
        return frame =>
        {
            var optional = operand(frame);
            if (optional.Kind != CelKind.Optional)
                return Strict.NoOverload(name, optional, span);
            if (optional.AsOptional.HasValue)
                return isValue ? optional.AsOptional.Value : optional;
            var alternative = other(frame);
            return isValue || alternative.Kind == CelKind.Optional
                ? alternative
                : Strict.NoOverload(name, alternative, span);
        };
    }

    /// <summary>Takes the value out of an optional, one layer; false where it has none.</summary>
    public static bool TryUnwrap(ref CelValue value)
    {
        if (value.Kind != CelKind.Optional)
            return true;
        var optional = value.AsOptional;
        value = optional.Value;
        return optional.HasValue;
    }

    /// <summary>A value as an optional; an error or an unknown stays what it is.</summary>
    public static CelValue Wrapped(CelValue value) => value.IsValue ? CelValue.Of(CelOptional.Of(value)) : value;
}
