using System.Diagnostics;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>
/// The door of the folder: a bound tree to delegates over the slots of a frame. Closures only, no reflection, no
/// code generation at run time. Looks at bound nodes alone.
/// </summary>
internal static partial class Emitter
{
    /// <summary>A node as something that has a value.</summary>
    public static Evaluator EmitValue(BoundExpression node) => node switch
    {
        BoundConstant constant => EmitConstant(constant.Value),
        BoundFailure failure => EmitConstant(CelValue.Of(new CelError(failure.Message) { Span = failure.Span })),
        BoundVariable variable => EmitVariable(variable.Symbol.Slot),
        BoundLocal local => EmitLocal(local.Symbol),
        BoundField field => EmitField(field),
        BoundEvidence { Macro: not (EvidenceMacro.Known or EvidenceMacro.Present) } evidence => EmitEvidence(evidence),
        BoundSelect select => EmitSelect(select),
        BoundCall call => EmitCall(call),
        BoundObserved observed => EmitObserved(observed),
        BoundConditional conditional => EmitConditional(conditional),
        BoundList list => EmitList(list),
        BoundMap map => EmitMap(map),
        BoundComprehension { IsProjection: true } loop => EmitProjection(loop),
        BoundBind bind => EmitBind(bind),
        BoundOptionalField field => EmitOptionalField(field),
        BoundOptionalSelect select => EmitOptionalSelect(select),
        BoundOptionalMap map => EmitOptionalMap(map),
        _ => FromCondition(EmitCondition(node)),
    };

    /// <summary>A node as a condition.</summary>
    public static Condition EmitCondition(BoundExpression node) => node switch
    {
        BoundField field => EmitFieldCondition(field, isNegated: false),
        BoundNot { Operand: BoundField field } => EmitFieldCondition(field, isNegated: true),
        BoundNot not => EmitNot(not),
        BoundLogical logical => EmitLogical(logical),
        BoundComparison comparison => EmitComparison(comparison),
        BoundEquality equality => EmitEquality(equality),
        BoundFieldPresence presence => EmitFieldPresence(presence),
        BoundEvidence { Macro: EvidenceMacro.Known or EvidenceMacro.Present } known => EmitKnown(known),
        BoundPresence presence => EmitPresence(presence),
        BoundObserved observed => EmitObservedCondition(observed),
        BoundComprehension { Loop: ComprehensionKind.All or ComprehensionKind.Exists } loop =>
            Releasing(loop, EmitQuantifier(loop)),
        BoundComprehension { Loop: ComprehensionKind.ExistsOne } loop => Releasing(loop, EmitCount(loop)),
        BoundError => throw new UnreachableException("an expression with errors is not emitted"),
        _ => FromValue(EmitValue(node), node),
    };

    private static Evaluator EmitConstant(CelValue value) => _ => value;

    private static Evaluator EmitVariable(int slot) => frame => frame.Variables[slot];

    private static Evaluator EmitLocal(LocalSymbol local)
    {
        var slot = local.Slot;
        return local.IsDeferred ? frame => frame.Force(slot) : frame => frame.Local(slot);
    }

    private static Evaluator FromCondition(Condition condition) => frame =>
    {
        CelValue other = default;
        return condition(frame, ref other) switch
        {
            Truth.True => CelValue.True,
            Truth.False => CelValue.False,
            _ => other,
        };
    };

    private static Condition FromValue(Evaluator evaluator, BoundExpression node)
    {
        var span = node.Span;
        return (frame, ref other) => TruthOf(evaluator(frame), isNegated: false, span, ref other);
    }

    private static Evaluator EmitConditional(BoundConditional node)
    {
        var condition = EmitCondition(node.Condition);
        var whenTrue = EmitValue(node.WhenTrue);
        var whenFalse = EmitValue(node.WhenFalse);
        return frame =>
        {
            CelValue other = default;
            return condition(frame, ref other) switch
            {
                Truth.True => whenTrue(frame),
                Truth.False => whenFalse(frame),
                _ => other,
            };
        };
    }

    /// <summary>Evaluates all; false where one of them is no value.</summary>
    private static bool TryEvaluate(Evaluator[] evaluators, CelFrame frame, Span<CelValue> values)
    {
        var areValues = true;
        for (var i = 0; i < evaluators.Length; i++)
        {
            values[i] = evaluators[i](frame);
            areValues &= values[i].IsValue;
        }

        return areValues;
    }
}
