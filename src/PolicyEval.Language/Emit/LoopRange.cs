using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>What a loop runs over: a list or a map.</summary>
internal readonly struct LoopRange
{
    private readonly CelList? _list;
    private readonly CelMap? _map;

    private LoopRange(CelList? list, CelMap? map)
    {
        _list = list;
        _map = map;
    }

    /// <summary>The number of turns.</summary>
    public int Count => _list?.Count ?? _map?.Count ?? 0;

    /// <summary>What one variable holds in a turn: the element of a list, the key of a map.</summary>
    public CelValue this[int index] => _list is null ? _map!.EntryAt(index).Key : _list[index];

    /// <summary>What the first of two variables holds in a turn: an index or a key.</summary>
    public CelValue Key(int index) => _list is null ? _map!.EntryAt(index).Key : CelValue.Of((long)index);

    /// <summary>What the second of two variables holds in a turn: an element or the value of a key.</summary>
    public CelValue Value(int index) => _list is null ? _map!.EntryAt(index).Value : _list[index];

    /// <summary>The range of a value; false with an error or an unknown where it is neither list nor map.</summary>
    public static bool TryCreate(CelValue value, TextSpan span, out LoopRange range, ref CelValue other)
    {
        range = value.Kind switch
        {
            CelKind.List => new LoopRange(value.AsList, null),
            CelKind.Map => new LoopRange(null, value.AsMap),
            _ => default,
        };
        if (value.Kind is CelKind.List or CelKind.Map)
            return true;
        other = Strict.NoOverload("a loop", value, span);
        return false;
    }

    /// <summary>The error of a loop whose evaluation has taken all its turns or all its space.</summary>
    public static CelValue Exhausted(CelFrame frame, TextSpan span) =>
        frame.IsOutOfSpace
            ? Strict.WithSpan(CelErrors.TooMuchSpace, span)
            : CelValue.Of(new CelError("too many iterations in one evaluation") { Span = span });
}
