namespace PolicyEval.Reporting.Parquet;

/// <summary>The different values of a column, each as bytes, numbered in the order in which they came.</summary>
internal sealed class ValueTable
{
    private readonly List<int> _ends = [];
    private byte[] _bytes = new byte[256];
    // The number of a value and 1 where its hash leads to, or the next free place after it; 0 where none is.
    private int[] _slots = new int[64];

    /// <summary>How many there are.</summary>
    public int Count => _ends.Count;

    /// <summary>How many bytes they have together.</summary>
    public int Length => _ends.Count == 0 ? 0 : _ends[^1];

    /// <summary>All of them, one after another.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>One of them.</summary>
    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var start = number == 0 ? 0 : _ends[number - 1];
            return _bytes.AsSpan(start, _ends[number] - start);
        }
    }

    /// <summary>The number of a value, which is added if it is not there.</summary>
    public int Add(ReadOnlySpan<byte> value)
    {
        var slot = SlotOf(value);
        if (_slots[slot] > 0)
            return _slots[slot] - 1;

        var end = Length + value.Length;
        if (end > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
        value.CopyTo(_bytes.AsSpan(Length));
        _ends.Add(end);
        _slots[slot] = Count;
        if (Count > _slots.Length / 2)
            Grow();
        return Count - 1;
    }

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        _ends.Clear();
        _slots.AsSpan().Clear();
    }

    private int SlotOf(ReadOnlySpan<byte> value)
    {
        // Seeded anew in each process, so that no input can be made to collide; only the order of the values is seen.
        var hash = new HashCode();
        hash.AddBytes(value);
        var slot = hash.ToHashCode() & (_slots.Length - 1);
        while (_slots[slot] > 0 && !this[_slots[slot] - 1].SequenceEqual(value))
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var number = 0; number < Count; number++)
            _slots[SlotOf(this[number])] = number + 1;
    }
}
