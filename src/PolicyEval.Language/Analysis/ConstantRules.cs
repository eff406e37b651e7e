using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>
/// Constants that make a call fail. What an overload says of its arguments is an error; a calculation that fails, such
/// as <c>1 / 0</c>, is legal CEL, since <c>||</c> may absorb it, and gives a warning.
/// </summary>
internal static class ConstantRules
{
    /// <summary>Reports an argument that an overload refuses; false where there is none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="warns">Whether to look at the values of parameters too, which are no error.</param>
    /// <param name="findings">Takes what is found.</param>
    public static bool FindFault(BoundCall call, bool warns, Findings findings)
    {
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if ((call.Arguments[i] is BoundField && !warns) || FaultOf(call, i) is not { } fault)
                continue;
            Report(call, call.Arguments[i], fault, findings);
            return true;
        }

        return false;
    }

    /// <summary>Reports a calculation with constants that fails.</summary>
    public static void FindFailure(BoundCall call, Findings findings)
    {
        if (Constants.Of(call) is { Kind: CelKind.Error } failure
            && !call.Arguments.Any(a => Constants.Of(a) is not { IsValue: true }))
        {
            findings.Report(
                AnalysisDescriptors.FailingConstant, call.Span, findings.Quote(call), failure.AsError.Message);
        }
    }

    /// <summary>What is wrong with an argument by every overload that it may be for.</summary>
    private static ArgumentFault? FaultOf(BoundCall call, int index)
    {
        var value = call.Arguments[index] switch
        {
            BoundConstant constant => constant.Value,
            BoundField field => field.Field.Constant,
            _ => null,
        };
        if (value is not { IsValue: true } known)
            return null;

        ArgumentFault? fault = null;
        foreach (var overload in call.Overloads)
        {
            if (!CelTypes.Accepts(overload.Parameter(index), known))
                continue;
            fault = overload.Checks
                .Where(c => c.Index == index).Select(c => c.Find(known)).FirstOrDefault(f => f is not null);
            if (fault is null)
                return null;
        }

        return fault;
    }

    private static void Report(BoundCall call, BoundExpression argument, ArgumentFault fault, Findings findings)
    {
        if (argument is BoundField { Field.Constant: { } value })
        {
            findings.Report(
                AnalysisDescriptors.BadParamConstant,
                argument.Span,
                call.Function.Name,
                CelFormat.Display(value),
                findings.Quote(argument),
                fault.Message);
            return;
        }

        var span = fault.Offset < 0 || argument is not BoundConstant { Value.Kind: CelKind.String } literal
            ? argument.Span
            : UnitOf(literal, fault.Offset, findings.Text);
        findings.Report(AnalysisDescriptors.BadConstant, span, call.Function.Name, fault.Message);
    }

    private static TextSpan UnitOf(BoundConstant literal, int offset, EmbeddedText text)
    {
        var start = StringLiteralReader.PlaceOf(text, literal.Span, offset);
        var isEnd = offset >= literal.Value.AsString.Length;
        var end = isEnd ? start : StringLiteralReader.PlaceOf(text, literal.Span, offset + 1);
        return TextSpan.FromBounds(start, end);
    }
}
