using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// A set of cells by their bytes that keeps no copy of them: millions of ARNs cost 12 bytes each and the room that a
/// hash table leaves free.
/// </summary>
internal sealed class CellSet(CsvText text)
{
    private const int FirstSize = 1024;

    private Entry[] _entries = new Entry[FirstSize];
    private int _count;

    /// <summary>Adds a cell; if an equal one is there, returns that one's row, else -1.</summary>
    public int Add(int start, int length, int row)
    {
        if (_count * 2 >= _entries.Length)
            Grow();
        ref var entry = ref EntryOf(start, length);
        if (entry.Length > 0)
            return entry.Row;
        entry = new Entry(start, length, row);
        _count++;
        return -1;
    }

    /// <summary>The entry of an equal cell, or the free one where it belongs. No cell that is added is empty.</summary>
    private ref Entry EntryOf(int start, int length)
    {
        var cell = text.Bytes.Slice(start, length);
        var hash = default(HashCode);
        hash.AddBytes(cell);
        var mask = _entries.Length - 1;
        for (var at = hash.ToHashCode() & mask; ; at = (at + 1) & mask)
        {
            ref var entry = ref _entries[at];
            if (entry.Length == 0 || text.Bytes.Slice(entry.Start, entry.Length).SequenceEqual(cell))
                return ref entry;
        }
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Length > 0)
                EntryOf(entry.Start, entry.Length) = entry;
        }
    }

    private readonly record struct Entry(int Start, int Length, int Row);
}
