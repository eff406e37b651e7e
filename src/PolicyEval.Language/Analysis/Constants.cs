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
        BoundCall { Overloads.IsEmpty: false } call => Made(call.Arguments, values => Invoke(call, values)),
        BoundList { OptionalElements.IsEmpty: true } list =>
            Made(list.Elements, values => CelValue.Of(CelList.From([.. values]))),
        _ => null,
    };

    private static CelValue? Made(ImmutableArray<BoundExpression> parts, Func<CelValue[], CelValue> make)
    {
        var values = new CelValue[parts.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (Of(parts[i]) is not { } value)
                return null;
            if (!value.IsValue)
                return value;
            values[i] = value;
        }

        return make(values);
    }

    private static CelValue Invoke(BoundCall call, CelValue[] values) =>
        new OverloadDispatch(call.Function, call.IsMethod, call.Overloads, values.Length).Invoke(values);
}
