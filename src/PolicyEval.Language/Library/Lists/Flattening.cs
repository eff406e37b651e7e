using System.Runtime.CompilerServices;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Lists;

/// <summary>
/// Takes the elements of lists out of them. One list may be in another one many times, so the lists that are opened
/// are counted, not only the elements that come out.
/// </summary>
internal sealed class Flattening
{
    private readonly List<CelValue> _elements = [];
    private int _opened;

    private Flattening()
    {
    }

    /// <summary><c>list.flatten()</c>.</summary>
    public static CelValue Flatten(CelValue list) => FlattenTo(list, CelValue.Of(1L));

    /// <summary><c>list.flatten(depth)</c>.</summary>
    public static CelValue FlattenTo(CelValue list, CelValue depth)
    {
        if (depth.AsInt < 0)
            return CelValue.Error($"a depth cannot be negative: {depth.AsInt}");
        var flattening = new Flattening();
        return flattening.Open(list.AsList, depth.AsInt) ?? CelValue.Of(CelList.From([.. flattening._elements]));
    }

    /// <summary>Adds the elements of a list; an error where they are too many, or a list that is unknown.</summary>
    private CelValue? Open(CelList list, long depth)
    {
        if (++_opened > CelLimits.ListCount || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return CelErrors.ListTooLong;
        for (var i = 0; i < list.Count; i++)
        {
            var element = list[i];
            if (!element.IsValue)
                return element;
            if (element.Kind == CelKind.List && depth > 0)
            {
                if (Open(element.AsList, depth - 1) is { } failure)
                    return failure;
                continue;
            }

            if (_elements.Count == CelLimits.ListCount)
                return CelErrors.ListTooLong;
            _elements.Add(element);
        }

        return null;
    }
}
