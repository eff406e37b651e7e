using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>What a loop runs over: a list, a map, or those of their elements that a filter has kept.</summary>
internal readonly struct LoopRange
{
    private readonly CelList? _list;
    private readonly CelMap? _map;

    // The frame that has the positions of what was kept, from here on; null for everything.
    private readonly CelFrame? _kept;
    private readonly int _keptFrom;

    private LoopRange(CelList? list, CelMap? map)
    {
        _list = list;
        _map = map;
        Count = list?.Count ?? map!.Count;
    }

    private LoopRange(in LoopRange whole, CelFrame kept, int from)
    {
        (_list, _map) = (whole._list, whole._map);
        (_kept, _keptFrom, Count) = (kept, from, kept.KeptTop - from);
    }

    /// <summary>The number of turns.</summary>
    public int Count { get; }

    /// <summary>What one variable holds in a turn: the element of a list, the key of a map.</summary>
    public CelValue this[int turn] =>
        _list is null ? _map!.EntryAt(PositionOf(turn)).Key : _list[PositionOf(turn)];

    /// <summary>What the first of two variables holds in a turn: an index or a key.</summary>
    public CelValue Key(int turn) =>
        _list is null && _kept is null ? _map!.EntryAt(turn).Key : CelValue.Of((long)turn);

    /// <summary>What the second of two variables holds in a turn: an element or the value of a key.</summary>
    public CelValue Value(int turn) => _list is null && _kept is null ? _map!.EntryAt(turn).Value : this[turn];

    /// <summary>Where the element of a turn stands in the list or map itself.</summary>
    public int PositionOf(int turn) => _kept is null ? turn : _kept.KeptAt(_keptFrom + turn);

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

    /// <summary>The elements whose positions the frame has kept since it had kept so many.</summary>
    public LoopRange Kept(CelFrame frame, int from) => new(in this, frame, from);

    /// <summary>The error of a loop whose evaluation has taken all its turns or all its space.</summary>
    public static CelValue Exhausted(CelFrame frame, TextSpan span) =>
        frame.IsOutOfSpace
            ? Strict.WithSpan(CelErrors.TooMuchSpace, span)
            : CelValue.Of(new CelError("too many iterations in one evaluation") { Span = span });
}
