using System.Runtime.CompilerServices;

namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// Follows quotes through bytes that are seen 64 at a time: what they enclose, and whether they stand only where CSV
/// allows them. An opening one starts a cell or doubles the closing one before it; behind a closing one the cell ends.
/// </summary>
internal struct QuoteState
{
    private ulong _afterEnd;
    private ulong _afterClosing;
    private ulong _misplaced;
    private ulong _innerLineFeeds;

    /// <summary>Before the first byte of a record.</summary>
    public static QuoteState AtStart => new() { _afterEnd = 1 };

    /// <summary>All bits where a quote is open behind the bytes seen; else none.</summary>
    public ulong Inside { get; private set; }

    public readonly bool IsWellFormed => _misplaced == 0;

    public readonly bool HasInnerLineFeed => _innerLineFeeds != 0;

    /// <summary>Whether the next bytes have nothing to do with quotes, if they hold none.</summary>
    public readonly bool IsIdle => (Inside | _afterClosing) == 0;

    /// <summary>Goes over bytes without a quote while <see cref="IsIdle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pass(ulong ends) => _afterEnd = ends >> 63;

    /// <summary>Goes over bytes; says where cells end among them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ulong Next(in ByteMasks masks)
    {
        // Bit i: whether a quote is open at byte i. The opening quote itself is inside, the closing one is not.
        var inside = masks.Quote;
        inside ^= inside << 1;
        inside ^= inside << 2;
        inside ^= inside << 4;
        inside ^= inside << 8;
        inside ^= inside << 16;
        inside ^= inside << 32;
        inside ^= Inside;
        var ends = (masks.Comma | masks.LineFeed) & ~inside;
        var opening = masks.Quote & inside;
        var closing = masks.Quote & ~inside;
        var cellStarts = (ends << 1) | _afterEnd;
        var behindClosing = (closing << 1) | _afterClosing;
        _misplaced |= opening & ~(cellStarts | behindClosing);
        // That a line feed follows each carriage return is not looked at here.
        _misplaced |= behindClosing & ~(ends | opening | masks.CarriageReturn);
        _innerLineFeeds |= masks.LineFeed & inside;
        _afterEnd = ends >> 63;
        _afterClosing = closing >> 63;
        Inside = 0 - (inside >> 63);
        return ends;
    }
}
