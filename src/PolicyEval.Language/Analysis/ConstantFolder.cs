using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>
/// Computes what is the same in every evaluation, whatever the parameters are, and finds calls that can only fail. What
/// an overload says of its arguments is an error; another calculation that fails, such as <c>1 / 0</c>, is legal CEL,
/// since <c>||</c> may absorb it, and gives a warning.
/// </summary>
/// <param name="findings">Takes what is found.</param>
/// <param name="warns">Whether to report what is no error.</param>
internal sealed class ConstantFolder(Findings findings, bool warns) : BoundTreeRewriter
{
    private HashSet<BoundExpression>? _computed;

    protected override BoundExpression RewriteNode(BoundExpression node)
    {
        if (node is not BoundCall { Overloads.IsEmpty: false } call || FindFault(call) || !warns)
            return node;
        var values = new CelValue[call.Arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (ValueOf(call.Arguments[i]) is not { IsValue: true } value)
                return node;
            values[i] = value;
        }

        var result = new OverloadDispatch(call.Function, call.IsMethod, call.Overloads, values.Length).Invoke(values);
        if (result.Kind == CelKind.Error)
        {
            findings.Report(
                AnalysisDescriptors.FailingConstant, call.Span, findings.Quote(call), result.AsError.Message);
        }

        var computed = new BoundConstant(call.Span, call.Type, result);
        (_computed ??= new(ReferenceEqualityComparer.Instance)).Add(computed);
        return computed;
    }

    /// <summary>The value of a constant, or of a list of them; null for what is none.</summary>
    private static CelValue? ValueOf(BoundExpression node)
    {
        if (node is BoundConstant constant)
            return constant.Value;
        if (node is not BoundList { OptionalElements.IsEmpty: true } list)
            return null;
        var elements = new CelValue[list.Elements.Length];
        for (var i = 0; i < elements.Length; i++)
        {
            if (ValueOf(list.Elements[i]) is not { IsValue: true } element)
                return null;
            elements[i] = element;
        }

        return CelValue.Of(CelList.From(elements));
    }

    /// <summary>Reports an argument that an overload refuses; false where there is none.</summary>
    private bool FindFault(BoundCall call)
    {
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if (call.Arguments[i] is not (BoundConstant or BoundField { Field.Constant: not null })
                || FaultOf(call, i) is not { } fault)
                continue;
            if (call.Arguments[i] is BoundConstant constant)
                Report(constant, call, fault);
            else if (warns)
                ReportParam((BoundField)call.Arguments[i], call, fault);
            return true;
        }

        return false;
    }

    /// <summary>What is wrong with an argument by every overload that it may be for.</summary>
    private static ArgumentFault? FaultOf(BoundCall call, int index)
    {
        var value = call.Arguments[index] is BoundConstant constant
            ? constant.Value
            : ((BoundField)call.Arguments[index]).Field.Constant!.Value;
        ArgumentFault? fault = null;
        foreach (var overload in call.Overloads)
        {
            if (!value.IsValue || !CelTypes.Accepts(overload.Parameter(index), value))
                continue;
            fault = null;
            foreach (var check in overload.Checks)
            {
                if (check.Index == index)
                    fault ??= check.Find(value);
            }

            if (fault is null)
                return null;
        }

        return fault;
    }

    private void Report(BoundConstant constant, BoundCall call, ArgumentFault fault) =>
        findings.Report(AnalysisDescriptors.BadConstant, SpanOf(constant, fault), call.Function.Name, fault.Message);

    private void ReportParam(BoundField param, BoundCall call, ArgumentFault fault) =>
        findings.Report(
            AnalysisDescriptors.BadParamConstant,
            param.Span,
            call.Function.Name,
            CelFormat.Display(param.Field.Constant!.Value),
            findings.Quote(param),
            fault.Message);

    /// <summary>The unit of a literal that is wrong; else the whole argument.</summary>
    private TextSpan SpanOf(BoundConstant literal, ArgumentFault fault)
    {
        if (fault.Offset < 0 || literal.Value.Kind != CelKind.String || _computed?.Contains(literal) == true)
            return literal.Span;
        var start = StringLiteralReader.PlaceOf(findings.Text, literal.Span, fault.Offset);
        var isEnd = fault.Offset >= literal.Value.AsString.Length;
        var end = isEnd ? start : StringLiteralReader.PlaceOf(findings.Text, literal.Span, fault.Offset + 1);
        return TextSpan.FromBounds(start, end);
    }
}
