using PolicyEval.Language.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>The list or map that a loop makes, while it makes it.</summary>
internal readonly struct Projection(ComprehensionKind loop, TextSpan span)
{
    // The elements of a list; the keys and values of a map, in turns.
    private readonly List<CelValue> _values = [];

    /// <summary>
    /// Adds what the element of a turn became; false with an error in its place where it cannot be added.
    /// </summary>
    public bool TryAdd(CelFrame frame, in LoopRange range, int turn, ref CelValue result)
    {
        if (loop == ComprehensionKind.TransformMapEntry)
            return TryAddEntries(frame, ref result);
        if (loop == ComprehensionKind.TransformMap)
            _values.Add(range.Key(turn));
        _values.Add(result);
        return true;
    }

    /// <summary>The list or map; an error where two entries have the same key.</summary>
    public CelValue ToValue()
    {
        if (loop is not (ComprehensionKind.TransformMap or ComprehensionKind.TransformMapEntry))
            return CelValue.Of(CelList.From([.. _values]));

        var entries = new KeyValuePair<CelValue, CelValue>[_values.Count / 2];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new(_values[2 * i], _values[(2 * i) + 1]);
        return Strict.WithSpan(CelMap.From(entries), span);
    }

    // Each entry takes a turn: a map of many entries that is added again and again is a loop as well.
    private bool TryAddEntries(CelFrame frame, ref CelValue result)
    {
        if (result.Kind != CelKind.Map)
        {
            result = Strict.NoOverload("an entry", result, span);
            return false;
        }

        var added = result.AsMap;
        for (var i = 0; i < added.Count; i++)
        {
            if (!frame.TryTakeTurn())
            {
                result = LoopRange.Exhausted(frame, span);
                return false;
            }

            var entry = added.EntryAt(i);
            _values.Add(entry.Key);
            _values.Add(entry.Value);
        }

        return true;
    }
}
