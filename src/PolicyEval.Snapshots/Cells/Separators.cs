using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// Where the cells of a run of bytes end: the offsets of the commas and line feeds outside of quotes, found 64 bytes at
/// a time. Says too what else the bytes hold that somebody has to look at. Reused for one run after the other.
/// </summary>
internal sealed class Separators
{
    /// <summary>Bytes of a cell and its separator, mostly more.</summary>
    private const int UsualCell = 8;

    private int[] _ends = [-1];
    private int _count;
    private QuoteState _quotes = QuoteState.AtStart;

    /// <summary>The offsets, ascending.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(1, _count);

    /// <summary>
    /// The same with -1 before them: each cell starts behind one of them and ends at the next.
    /// </summary>
    public ReadOnlySpan<int> Bounds => _ends.AsSpan(0, _count + 1);

    /// <summary><see cref="Bounds"/>, and behind them anything.</summary>
    public int[] Room => _ends;

    /// <summary>How many of them are line feeds.</summary>
    public int LineFeeds { get; private set; }

    /// <summary>Whether quotes stand only where CSV allows them, so that the offsets can be relied on.</summary>
    public bool IsWellFormed { get; private set; }

    /// <summary>Whether a quoted cell holds a line feed, so that lines and records are not the same.</summary>
    public bool HasInnerLineFeed => _quotes.HasInnerLineFeed;

    /// <summary>Whether all bytes are ASCII, and none is NUL or a carriage return.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Looks at bytes that start where a record does.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="isLast">
    /// Whether they end where the file does: then the last cell ends there too, and no quote may be open.
    /// </param>
    public void Scan(ReadOnlySpan<byte> text, bool isLast)
    {
        Clear();
        Expect(text.Length / UsualCell);
        ref var first = ref MemoryMarshal.GetReference(text);
        var whole = text.Length & -ByteMasks.Width;
        var odd = ScanWhole(ref first, whole);
        if (whole < text.Length)
        {
            // Commas behind the end, which are then left out, so that a closing quote before them is where it may be.
            Span<byte> rest = stackalloc byte[ByteMasks.Width];
            rest.Fill((byte)',');
            text[whole..].CopyTo(rest);
            var masks = ByteMasks.Of(ref MemoryMarshal.GetReference(rest));
            odd |= masks.Odd;
            var ends = _quotes.Next(masks) & (ulong.MaxValue >> (ByteMasks.Width - (text.Length - whole)));
            LineFeeds += BitOperations.PopCount(ends & masks.LineFeed);
            Expect(_count + ByteMasks.Width);
            _count += BitPositions.Write(ends, whole, ref _ends[_count + 1]);
        }

        IsPlain = odd == 0;
        IsWellFormed = _quotes.IsWellFormed && !(isLast && _quotes.Inside != 0);
        if (isLast && !text.IsEmpty && (text[^1] != (byte)'\n' || _count == 0 || _ends[_count] < text.Length - 1))
            Add(text.Length);
    }

    /// <summary>Forgets the offsets, to be told others by <see cref="Add"/>.</summary>
    public void Clear()
    {
        (_count, LineFeeds) = (0, 0);
        _quotes = QuoteState.AtStart;
    }

    /// <summary>Adds an offset that somebody else found.</summary>
    public void Add(int end)
    {
        Expect(_count + 1);
        _ends[++_count] = end;
    }

    /// <summary>Makes room for offsets, and for those that are written too much.</summary>
    public void Expect(int count)
    {
        if (_ends.Length <= count + ByteMasks.Width)
            Array.Resize(ref _ends, Math.Max(count + 1 + ByteMasks.Width, Math.Max(256, _ends.Length * 2)));
    }

    private ulong ScanWhole(ref byte first, int length)
    {
        var (odd, lineFeeds, count) = (0UL, 0, _count);
        for (var at = 0; at < length; at += ByteMasks.Width)
        {
            var masks = ByteMasks.Of(ref Unsafe.Add(ref first, at));
            odd |= masks.Odd;
            var ends = masks.Comma | masks.LineFeed;
            if (masks.Quote == 0 && _quotes.IsIdle)
                _quotes.Pass(ends);
            else
                ends = _quotes.Next(masks);

            lineFeeds += BitOperations.PopCount(ends & masks.LineFeed);
            if (count + ByteMasks.Width >= _ends.Length)
                Expect(count + ByteMasks.Width);
            count += BitPositions.Write(
                ends, at, ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), count + 1));
        }

        (_count, LineFeeds) = (count, lineFeeds);
        return odd;
    }
}
