using System.Collections.Immutable;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Lowering;

/// <summary>
/// Makes a bound tree simpler without changing what it means: computes what is constant, and turns operators on
/// operands of known types into nodes of their own.
/// </summary>
internal sealed class Lowerer : BoundTreeRewriter
{
    private const long FoldedSpaceMax = 64 * 1024;

    private Lowerer()
    {
    }

    /// <summary>The tree, lowered.</summary>
    public static BoundExpression Lower(BoundExpression root) => new Lowerer().Rewrite(root);

    protected override BoundExpression RewriteNode(BoundExpression node) => node switch
    {
        // params.maxAgeDays   ->   90
        BoundField { Field.Constant: { } value } => Folded(node, value),
        BoundCall call when call.Arguments.All(IsConstant) => FoldCall(call),
        BoundCall { Arguments.Length: 2 } call => LowerOperator(call),
        BoundNot { Operand: BoundConstant constant } when constant.Value.Kind == CelKind.Bool =>
            Folded(node, CelValue.Of(!constant.Value.AsBool)),
        BoundLogical logical => FoldLogical(logical),
        BoundConditional { Condition: BoundConstant { Value.Kind: CelKind.Bool } condition } conditional =>
            condition.Value.AsBool ? conditional.WhenTrue : conditional.WhenFalse,
        BoundList { OptionalElements.IsEmpty: true } list when list.Elements.All(IsConstant) =>
            Folded(node, CelValue.Of(CelList.From([.. list.Elements.Select(ValueOf)]))),
        _ => node,
    };

    /// <summary>A value, or an error that stays one of run time: it may be absorbed, or never be reached.</summary>
    private static BoundConstant Folded(BoundExpression node, CelValue value) =>
        new(node.Span, node.Type, Strict.WithSpan(value, node.Span));

    private static bool IsConstant(BoundExpression node) => node is BoundConstant constant && constant.Value.IsValue;

    private static CelValue ValueOf(BoundExpression node) => ((BoundConstant)node).Value;

    /// <summary>A call of constants as its value, unless that is large: no compiled expression is to hold it.</summary>
    private static BoundExpression FoldCall(BoundCall call)
    {
        var dispatch = new OverloadDispatch(call.Function, call.IsMethod, call.Overloads, call.Arguments.Length);
        var value = dispatch.Invoke([.. call.Arguments.Select(ValueOf)]);
        return CelFrame.SpaceOf(value) > FoldedSpaceMax ? call : Folded(call, value);
    }

    private static BoundExpression LowerOperator(BoundCall call)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        return call.Function.Name switch
        {
            "_==_" => new BoundEquality(call.Span, false, left, right),
            "_!=_" => new BoundEquality(call.Span, true, left, right),
            "_<_" => Compared(call, ComparisonOperator.Less),
            "_<=_" => Compared(call, ComparisonOperator.LessOrEqual),
            "_>_" => Compared(call, ComparisonOperator.Greater),
            "_>=_" => Compared(call, ComparisonOperator.GreaterOrEqual),
            _ => call,
        };
    }

    private static BoundComparison Compared(BoundCall call, ComparisonOperator comparison)
    {
        var (left, right) = (Unwrapped(call.Arguments[0].Type), Unwrapped(call.Arguments[1].Type));
        var operands = left == right ? left : CelTypeKind.Dyn;
        return new BoundComparison(call.Span, comparison, operands, call.Arguments[0], call.Arguments[1]);
    }

    private static CelTypeKind Unwrapped(CelType type) =>
        type.Kind == CelTypeKind.Wrapper ? type.Arguments[0].Kind : type.Kind;

    // a && true         ->   a            (a chain of one term stays a chain: it says that a must be a bool)
    // false && a        ->   false
    // a && false && b   ->   a && false   (false whatever a is, but evidence that a reads may be what decides first)
    private static BoundExpression FoldLogical(BoundLogical logical)
    {
        var decisive = !logical.IsAnd;
        var terms = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var term in logical.Terms)
        {
            if (term is not BoundConstant { Value.Kind: CelKind.Bool } constant)
            {
                terms.Add(term);
            }
            else if (constant.Value.AsBool == decisive)
            {
                terms.Add(term);
                break;
            }
        }

        if (terms is [] or [BoundConstant { Value.Kind: CelKind.Bool }])
            return Folded(logical, CelValue.Of(terms.Count == 0 ? !decisive : decisive));
        return terms.Count == logical.Terms.Length ? logical : logical with { Terms = terms.DrainToImmutable() };
    }
}
