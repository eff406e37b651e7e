using System.Diagnostics;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>Logic and comparisons (CEL language definition, "Logical Operators").</content>
internal static partial class Emitter
{
    private static Condition EmitNot(BoundNot node)
    {
        var operand = EmitCondition(node.Operand);
        return (frame, ref other) => operand(frame, ref other) switch
        {
            Truth.True => Truth.False,
            Truth.False => Truth.True,
            _ => Truth.Other,
        };
    }

    private static Condition EmitLogical(BoundLogical node)
    {
        var terms = node.Terms.Select(EmitCondition).ToArray();
        var decisive = node.IsAnd ? Truth.False : Truth.True;
        var neutral = node.IsAnd ? Truth.True : Truth.False;
        return (frame, ref other) =>
        {
            var absorption = new Absorption(frame.Trace);
            CelValue found = default;
            foreach (var term in terms)
            {
                absorption.Begin();
                var truth = term(frame, ref found);
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

    private static Condition EmitComparison(BoundComparison node) => node.Operands switch
    {
        CelTypeKind.Int => EmitOrdered<IntOrder>(node),
        CelTypeKind.Duration => EmitOrdered<DurationOrder>(node),
        CelTypeKind.Timestamp => EmitOrdered<TimestampOrder>(node),
        _ => FromBinary(EmitValue(node.Left), EmitValue(node.Right), GeneralOrder(node.Operator), node),
    };

    private static Condition EmitOrdered<TOrder>(BoundComparison node)
        where TOrder : IKindOrder
    {
        var left = EmitValue(node.Left);
        var right = EmitValue(node.Right);
        var general = GeneralOrder(node.Operator);
        var span = node.Span;

        // Three bits say which signs of the comparison make it true: less, equal, greater.
        var accepted = node.Operator switch
        {
            ComparisonOperator.Less => 0b001,
            ComparisonOperator.LessOrEqual => 0b011,
            ComparisonOperator.Greater => 0b100,
            ComparisonOperator.GreaterOrEqual => 0b110,
            _ => throw new UnreachableException(node.Operator.ToString()),
        };
        if (node.Right is BoundConstant constant && constant.Value.Kind == TOrder.Kind)
        {
            var limit = constant.Value;
            return (frame, ref other) =>
            {
                var l = left(frame);
                return l.Kind == TOrder.Kind
                    ? (Truth)((accepted >> (TOrder.Compare(l, limit) + 1)) & 1)
                    : FromStrict(general, l, limit, span, ref other);
            };
        }

        return (frame, ref other) =>
        {
            var l = left(frame);
            var r = right(frame);
            return l.Kind == TOrder.Kind && r.Kind == TOrder.Kind
                ? (Truth)((accepted >> (TOrder.Compare(l, r) + 1)) & 1)
                : FromStrict(general, l, r, span, ref other);
        };
    }

    private static BinaryBody GeneralOrder(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => CelOrdering.Less,
        ComparisonOperator.LessOrEqual => CelOrdering.LessOrEqual,
        ComparisonOperator.Greater => CelOrdering.Greater,
        ComparisonOperator.GreaterOrEqual => CelOrdering.GreaterOrEqual,
        _ => throw new UnreachableException(comparison.ToString()),
    };

    private static Condition EmitEquality(BoundEquality node)
    {
        if (node.Right is BoundConstant { Value.Kind: CelKind.Null })
            return EmitNullTest(node.Left, node.IsNegated);
        if (node.Left is BoundConstant { Value.Kind: CelKind.Null })
            return EmitNullTest(node.Right, node.IsNegated);

        var left = EmitValue(node.Left);
        var right = EmitValue(node.Right);
        BinaryBody general = node.IsNegated ? CelEquality.NotEquals : CelEquality.Equals;
        var (isNegated, span) = (node.IsNegated, node.Span);
        return (frame, ref other) =>
        {
            var l = left(frame);
            var r = right(frame);
            return l.Kind == CelKind.String && r.Kind == CelKind.String
                ? string.Equals(l.AsString, r.AsString) != isNegated ? Truth.True : Truth.False
                : FromStrict(general, l, r, span, ref other);
        };
    }

    private static Condition EmitNullTest(BoundExpression node, bool isNegated)
    {
        var operand = EmitValue(node);
        return (frame, ref other) =>
        {
            var value = operand(frame);
            if (value.IsValue)
                return (value.Kind == CelKind.Null) != isNegated ? Truth.True : Truth.False;
            other = value;
            return Truth.Other;
        };
    }

    private static Condition FromBinary(Evaluator left, Evaluator right, BinaryBody body, BoundExpression node)
    {
        var span = node.Span;
        return (frame, ref other) =>
        {
            var l = left(frame);
            return FromStrict(body, l, right(frame), span, ref other);
        };
    }

    private static Truth FromStrict(BinaryBody body, CelValue left, CelValue right, TextSpan span, ref CelValue other)
    {
        var value = left.IsValue && right.IsValue ? body(left, right) : Strict.Both(left, right);
        if (value.Kind == CelKind.Bool)
            return value.AsBool ? Truth.True : Truth.False;
        other = Strict.WithSpan(value, span);
        return Truth.Other;
    }
}
