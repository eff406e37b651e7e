using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// The ARNs seen so far, by their hashes and by where their rows stand: 16 bytes each, and the room that a hash table
/// leaves free. Whether two ARNs of one hash are the same, the bytes of the other row must tell.
/// </summary>
internal sealed class ArnSet
{
    private const int FirstSize = 1024;

    /// <summary>Whether the row at an offset has the ARN of a row.</summary>
    public delegate bool Comparer(CsvBlock block, int row, long offset);

    private Entry[] _entries = new Entry[FirstSize];
    private Entry[] _spare = [];
    private int _size = FirstSize;
    private int _count;

    /// <summary>
    /// Adds an ARN; gives the offset of another row with an ARN of that hash which is the same, else -1.
    /// </summary>
    /// <param name="hash">The ARN's hash.</param>
    /// <param name="offset">Where its row starts in the file.</param>
    /// <param name="block">The rows that it is among.</param>
    /// <param name="row">Its index in the block.</param>
    /// <param name="isSame">Whether the row at another offset has the same.</param>
    public long Add(ulong hash, long offset, CsvBlock block, int row, Comparer isSame)
    {
        if (_count * 2 >= _size)
            Grow();
        hash |= 1; // So that no entry looks free.
        for (var at = (int)(hash >> 32) & (_size - 1); ; at = (at + 1) & (_size - 1))
        {
            ref var entry = ref _entries[at];
            if (entry.Hash == 0)
            {
                entry = new Entry(hash, offset);
                _count++;
                return -1;
            }

            if (entry.Hash == hash && isSame(block, row, entry.Offset))
                return entry.Offset;
        }
    }

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        // Small again, so that one large account does not make all that follow it slow.
        Array.Clear(_entries, 0, _size);
        (_size, _count) = (FirstSize, 0);
    }

    private void Grow()
    {
        var old = _entries.AsSpan(0, _size);
        // Both arrays are kept, because the next large account needs them again.
        (_entries, _spare) = (_spare, _entries);
        _size *= 2;
        if (_entries.Length < _size)
            _entries = new Entry[_size];
        else
            Array.Clear(_entries, 0, _size);
        foreach (var entry in old)
        {
            if (entry.Hash == 0)
                continue;
            var at = (int)(entry.Hash >> 32) & (_size - 1);
            while (_entries[at].Hash != 0)
                at = (at + 1) & (_size - 1);
            _entries[at] = entry;
        }
    }

    private readonly record struct Entry(ulong Hash, long Offset);
}
