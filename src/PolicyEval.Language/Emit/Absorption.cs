using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>
/// The logic of a chain of <c>&amp;&amp;</c> or <c>||</c>, of terms or of the turns of a loop: one decisive answer wins
/// over errors and unknowns, which otherwise come out united.
/// </summary>
internal struct Absorption
{
    private readonly CelTrace? _trace;
    private readonly int _start;
    private int _mark;

    public Absorption(CelTrace? trace)
    {
        _trace = trace;
        _start = trace is null ? 0 : trace.Position;
        _mark = _start;
    }

    /// <summary>Whether a term was neither decisive nor neutral.</summary>
    public bool IsPending { get; private set; }

    /// <summary>Begins a term.</summary>
    public void Begin() => _mark = _trace is null ? 0 : _trace.Position;

    /// <summary>The term that was begun decides alone: what the others read is no proof of it.</summary>
    public readonly void Decide() => _trace?.Cut(_start, _mark);

    /// <summary>Takes an error or an unknown into what comes out unless another term decides.</summary>
    public void Take(CelValue found, ref CelValue other)
    {
        other = IsPending ? Strict.Both(other, found) : found;
        IsPending = true;
    }
}
