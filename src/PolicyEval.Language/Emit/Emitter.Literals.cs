using System.Collections.Immutable;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <content>Literals of lists and maps.</content>
internal static partial class Emitter
{
    private static Evaluator EmitList(BoundList node)
    {
        var elements = node.Elements.Select(EmitValue).ToArray();
        var optional = Flags(node.OptionalElements, elements.Length);
        var span = node.Span;
        return Metered(Make, span);

        CelValue Make(CelFrame frame)
        {
            var values = new CelValue[elements.Length];
            if (!TryEvaluate(elements, frame, values))
                return Strict.All(values);
            if (optional is null)
                return CelValue.Of(CelList.From(values));

            var present = new List<CelValue>(values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                if (optional[i] && values[i].Kind != CelKind.Optional)
                    return Strict.NoOverload("an optional element", values[i], span);
                if (!optional[i] || TryUnwrap(ref values[i]))
                    present.Add(values[i]);
            }

            return CelValue.Of(CelList.From([.. present]));
        }
    }

    private static Evaluator EmitMap(BoundMap node)
    {
        var parts = node.KeysAndValues.Select(EmitValue).ToArray();
        var optional = Flags(node.OptionalEntries, parts.Length / 2);
        var span = node.Span;
        return Metered(Make, span);

        CelValue Make(CelFrame frame)
        {
            var values = new CelValue[parts.Length];
            if (!TryEvaluate(parts, frame, values))
                return Strict.All(values);

            var entries = new List<KeyValuePair<CelValue, CelValue>>(values.Length / 2);
            for (var i = 0; i < values.Length / 2; i++)
            {
                ref var value = ref values[(2 * i) + 1];
                var isOptional = optional is not null && optional[i];
                if (isOptional && value.Kind != CelKind.Optional)
                    return Strict.NoOverload("an optional entry", value, span);
                if (!isOptional || TryUnwrap(ref value))
                    entries.Add(new(values[2 * i], value));
            }

            return Strict.WithSpan(CelMap.From([.. entries]), span);
        }
    }

    /// <summary>Which parts stand behind a question mark; null for none.</summary>
    private static bool[]? Flags(ImmutableArray<int> optional, int count) =>
        optional.IsEmpty ? null : [.. Enumerable.Range(0, count).Select(optional.Contains)];
}
