namespace PolicyEval.Language.Values;

/// <summary>
/// What a compiled expression runs on: the values of its variables in slots, and the scratch space of one thread. Made
/// once for each thread and used again for every row. Not thread-safe.
/// </summary>
public sealed class CelFrame
{
    // What a value takes in an array, and a key with its value in a table.
    private const int BytesOfElement = 24;
    private const int BytesOfEntry = 96;

    private CelValue[] _locals = [];
    private DeferredLocal[] _deferred = [];
    private int[] _kept = [];
    private int _localBase;
    private int _localTop;
    private int _depth;
    private int _turnsLeft;
    private long _spaceLeft;

    /// <summary>Makes a frame.</summary>
    /// <param name="slots">As many slots as the environment declares variables.</param>
    public CelFrame(int slots) => Variables = new CelValue[slots];

    /// <summary>The values of the variables, by <c>VariableSymbol.Slot</c>.</summary>
    public CelValue[] Variables { get; }

    /// <summary>Where reads are recorded, or null when nobody asks for evidence.</summary>
    public CelTrace? Trace { get; set; }

    /// <summary>Whether what is read decides nothing, as in the words of a message.</summary>
    public bool IsForWords { get; set; }

    /// <summary>Who watches every node, or null: then expressions run at full speed.</summary>
    public CelObserver? Observer { get; set; }

    /// <summary>Cancels long evaluations: looked at in every turn of a comprehension.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>The local of a slot of the expression that runs. Not to be kept while another one runs.</summary>
    internal ref CelValue Local(int slot) => ref _locals[_localBase + slot];

    /// <summary>Lets a local be computed when it is first read by <see cref="Force"/>.</summary>
    internal void Defer(int slot, Func<CelFrame, CelValue> init)
    {
        if (_deferred.Length < _locals.Length)
            Array.Resize(ref _deferred, _locals.Length);
        _deferred[_localBase + slot] = new DeferredLocal { Init = init };
    }

    /// <summary>The value of a deferred local: computed now, or before.</summary>
    internal CelValue Force(int slot)
    {
        var index = _localBase + slot;
        if (_deferred[index].Reads is { } reads)
        {
            Trace?.AddRange(reads);
            return _locals[index];
        }

        var mark = Trace?.Position ?? 0;
        var value = _deferred[index].Init(this);
        _locals[index] = value;
        _deferred[index].Reads = Trace?.FoldFrom(mark) ?? [];
        return value;
    }

    /// <summary>How many positions of elements that filters keep stand in the frame.</summary>
    internal int KeptTop { get; set; }

    /// <summary>Keeps the position of an element.</summary>
    internal void Keep(int position)
    {
        if (KeptTop == _kept.Length)
            Array.Resize(ref _kept, Math.Max(16, KeptTop * 2));
        _kept[KeptTop++] = position;
    }

    /// <summary>A position that was kept.</summary>
    internal int KeptAt(int index) => _kept[index];

    /// <summary>
    /// Makes room for the locals of an expression above those of the one that runs (a field may be computed by an
    /// expression on the same frame).
    /// </summary>
    /// <returns>What <see cref="LeaveLocals"/> wants back.</returns>
    internal int EnterLocals(int count, int maxIterations)
    {
        if (_depth++ == 0)
            (_turnsLeft, _spaceLeft, KeptTop) = (maxIterations, CelLimits.Space, 0);
        var before = _localBase;
        _localBase = _localTop;
        _localTop += count;
        if (_locals.Length < _localTop)
            Array.Resize(ref _locals, _localTop * 2);
        return before;
    }

    /// <summary>Gives the room back.</summary>
    internal void LeaveLocals(int before)
    {
        _depth--;
        _localTop = _localBase;
        _localBase = before;
    }

    /// <summary>Whether the values that this evaluation has made take more than it may.</summary>
    internal bool IsOutOfSpace => _spaceLeft < 0;

    /// <summary>Takes one turn of a loop; false when the turns or the space of this evaluation are used up.</summary>
    internal bool TryTakeTurn()
    {
        Cancellation.ThrowIfCancellationRequested();
        return --_turnsLeft >= 0 && !IsOutOfSpace;
    }

    /// <summary>
    /// Takes the space of a value that was made; false when the space of this evaluation is used up. Without a loop or
    /// a function that may make much, nothing is counted: the text of the expression pays for what it makes.
    /// </summary>
    internal bool TryTakeSpace(CelValue made)
    {
        if (_depth == 0)
            return true;
        _spaceLeft -= SpaceOf(made);
        return _spaceLeft >= 0;
    }

    /// <summary>About how many bytes a value takes, its elements not counted.</summary>
    internal static long SpaceOf(CelValue made) => made.Kind switch
    {
        CelKind.String => sizeof(char) * (long)made.AsString.Length,
        CelKind.Bytes => made.AsBytes.Length,
        CelKind.List => BytesOfElement * (long)made.AsList.Count,
        CelKind.Map => BytesOfEntry * (long)made.AsMap.Count,
        CelKind.Optional => SpaceOf(made.AsOptional.Value),
        _ => 0,
    };
}
