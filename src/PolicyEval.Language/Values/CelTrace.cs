using System.Runtime.InteropServices;

namespace PolicyEval.Language.Values;

/// <summary>
/// The cells that an evaluation read, in order. The logic operators cut away what did not decide: for
/// <c>a &amp;&amp; b</c> that is false because of b, the cells of a are removed.
/// </summary>
public sealed class CelTrace
{
    private readonly List<CelCell> _cells = [];

    /// <summary>How many cells stand in the trace; a mark for <see cref="Cut"/> and <see cref="CopyFrom"/>.</summary>
    public int Position => _cells.Count;

    /// <summary>The cells, in the order read; a cell that was read twice stands twice.</summary>
    public IReadOnlyList<CelCell> Cells => _cells;

    /// <summary>Records a read.</summary>
    public void Add(CelRecord record, int slot) => _cells.Add(new CelCell(record, slot));

    /// <summary>Records reads that an earlier evaluation made (a variable that is not evaluated twice).</summary>
    public void AddRange(ReadOnlySpan<CelCell> cells) => _cells.AddRange(cells);

    /// <summary>Removes the cells from one position up to another.</summary>
    public void Cut(int from, int to) => _cells.RemoveRange(from, to - from);

    /// <summary>The cells from a position to the end, good until the trace changes.</summary>
    public ReadOnlySpan<CelCell> SpanFrom(int position) => CollectionsMarshal.AsSpan(_cells)[position..];

    /// <summary>A copy of the cells from a position to the end.</summary>
    public CelCell[] CopyFrom(int position) => SpanFrom(position).ToArray();

    /// <summary>
    /// Leaves each cell once from a position to the end, in the order of the first reads, and gives them. Reads that
    /// are recorded again and again would otherwise double with every variable that reads another one twice.
    /// </summary>
    public CelCell[] FoldFrom(int position)
    {
        var end = position + Folding.Fold(CollectionsMarshal.AsSpan(_cells)[position..]);
        _cells.RemoveRange(end, _cells.Count - end);
        return CopyFrom(position);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _cells.Clear();
}
