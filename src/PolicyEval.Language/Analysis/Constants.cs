using System.Collections.Immutable;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>Values that are the same in every evaluation, whatever the parameters are.</summary>
internal static class Constants
{
    /// <summary>The value of a constant expression, an error among them; null for what is none.</summary>
    public static CelValue? Of(BoundExpression node) => node switch
    {
        BoundConstant constant => constant.Value,
        BoundCall { Overloads.IsEmpty: false } call => OfCall(call),
        _ => null,
    };

    private static CelValue? OfCall(BoundCall call)
    {
        var values = ImmutableArray.CreateBuilder<CelValue>(call.Arguments.Length);
        foreach (var argument in call.Arguments)
        {
            if (Of(argument) is not { } value)
                return null;
            if (!value.IsValue)
                return value;
            values.Add(value);
        }

        var dispatch = new OverloadDispatch(call.Function, call.IsMethod, call.Overloads, values.Count);
        return dispatch.Invoke(values.ToArray());
    }
}
