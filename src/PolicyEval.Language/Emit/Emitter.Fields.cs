using System.Diagnostics;
using System.Runtime.CompilerServices;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>Fields of records and of maps.</content>
internal static partial class Emitter
{
    private static Evaluator EmitField(BoundField node)
    {
        var field = Operand.Field(node);
        return field.Read;
    }

    /// <summary>A field of something that has to be evaluated itself.</summary>
    public static Evaluator EmitDeepField(BoundField node)
    {
        var operand = EmitValue(node.Operand);
        var (slot, span) = (node.Field.Slot, node.Span);
        return frame => Get(operand(frame), slot, frame, span);
    }

    /// <summary>A field as a condition, negated or not: <c>!row.active</c> is one delegate and not three.</summary>
    private static Condition EmitFieldCondition(BoundField node, bool isNegated)
    {
        if (node.Operand is BoundVariable variable)
            return EmitFlag(variable.Symbol.Slot, node.Field.Slot, node.Span, isNegated);
        var (field, span) = (Operand.Field(node), node.Span);
        return (frame, ref other) => TruthOf(field.Read(frame), isNegated, span, ref other);
    }

    /// <summary>A flag of the resource, which most rules ask for: read without a call but that of the record.</summary>
    private static Condition EmitFlag(int variable, int field, TextSpan span, bool isNegated) =>
        (frame, ref other) =>
            TruthOf(Get(in frame.Variables[variable], field, frame, span), isNegated, span, ref other);

    /// <summary>A value as the answer of a condition; what is no bool is handed out beside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Truth TruthOf(in CelValue value, bool isNegated, TextSpan span, ref CelValue other)
    {
        if (value.Kind == CelKind.Bool)
            return value.AsBool != isNegated ? Truth.True : Truth.False;
        other = Strict.NoOverload("a condition", value, span);
        return Truth.Other;
    }

    /// <summary>A field of a record; an error or an unknown where the operand is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CelValue Get(in CelValue record, int slot, CelFrame frame, TextSpan span)
    {
        if (record.Kind != CelKind.Record)
            return Strict.NoOverload("a field", record, span);
        var value = record.AsRecord.Get(slot, frame);
        return value.Kind == CelKind.Error ? Strict.WithSpan(value, span) : value;
    }

    private static Evaluator EmitEvidence(BoundEvidence node)
    {
        var operand = EmitValue(node.Operand);
        var (slot, span) = (node.Field.Slot, node.Span);
        return node.Macro switch
        {
            EvidenceMacro.Token => frame => Token(operand(frame), slot, frame, span),
            EvidenceMacro.Require => frame => Required(operand(frame), slot, frame, span),
            EvidenceMacro.Missing => frame => Missing(operand(frame), slot, span),
            _ => throw new UnreachableException(node.Macro.ToString()),
        };
    }

    private static CelValue Token(CelValue record, int slot, CelFrame frame, TextSpan span) =>
        record.Kind == CelKind.Record
            ? Strict.WithSpan(record.AsRecord.GetToken(slot, frame), span)
            : Strict.NoOverload("token", record, span);

    private static CelValue Required(CelValue record, int slot, CelFrame frame, TextSpan span)
    {
        var value = Get(record, slot, frame, span);
        return value.Kind == CelKind.Null ? Missing(record, slot, span) : value;
    }

    private static CelValue Missing(CelValue record, int slot, TextSpan span) =>
        record.Kind == CelKind.Record
            ? CelValue.Of(CelUnknown.Of(record.AsRecord, slot))
            : Strict.NoOverload("missing", record, span);

    private static Condition EmitKnown(BoundEvidence node)
    {
        var operand = EmitValue(node.Operand);
        var (slot, span, ofToken) = (node.Field.Slot, node.Span, node.Macro == EvidenceMacro.Present);
        return (frame, ref other) =>
        {
            // Asking whether a cell is known looks at it and proves nothing by it: it leaves no trace.
            var mark = frame.Trace?.Position ?? 0;
            var record = operand(frame);
            var value = ofToken ? Token(record, slot, frame, span) : Get(record, slot, frame, span);
            frame.Trace?.Cut(mark, frame.Trace.Position);
            if (value.Kind != CelKind.Error)
                return value.Kind == CelKind.Unknown ? Truth.False : Truth.True;
            other = value;
            return Truth.Other;
        };
    }

    private static Condition EmitFieldPresence(BoundFieldPresence node)
    {
        var operand = EmitValue(node.Operand);
        var (slot, span) = (node.Field.Slot, node.Span);
        return (frame, ref other) =>
        {
            var record = operand(frame);
            if (!TryUnwrap(ref record))
                return Truth.False;
            var value = Get(record, slot, frame, span);
            if (value.IsValue)
                return value.Kind == CelKind.Null ? Truth.False : Truth.True;
            other = value;
            return Truth.Other;
        };
    }

    private static Evaluator EmitSelect(BoundSelect node)
    {
        var operand = EmitValue(node.Operand);
        var selection = new Selection(node.Name, node.Fields, node.Span);
        return frame => selection.Get(operand(frame), frame);
    }

    private static Condition EmitPresence(BoundPresence node)
    {
        var operand = EmitValue(node.Operand);
        var selection = new Selection(node.Name, node.Fields, node.Span);
        return (frame, ref other) => selection.Has(operand(frame), frame, ref other);
    }
}
