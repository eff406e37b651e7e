namespace PolicyEval.Evaluation.Signatures;

/// <summary>
/// The signatures that were met, with what is known of them: a hash table with open addressing. It forgets everything
/// when it is full, as rows made to differ could fill it. Used by one thread.
/// </summary>
internal sealed class SignatureTable
{
    private const int FirstSize = 256;
    private const int EntriesMax = 1 << 16;

    private SignatureEntry?[] _entries = new SignatureEntry?[FirstSize];
    private readonly List<SignatureEntry> _counted = [];
    private int _count;

    /// <summary>The entries with rows that were counted, in the order of the first.</summary>
    public IReadOnlyList<SignatureEntry> Counted => _counted;

    /// <summary>The entry of a signature, or null.</summary>
    public SignatureEntry? Find(in RowSignature signature) => SlotOf(signature);

    /// <summary>Adds an entry whose signature is not there. What was counted stays.</summary>
    public void Add(SignatureEntry entry)
    {
        if (_count == EntriesMax)
        {
            Array.Clear(_entries);
            _count = 0;
        }

        if (_count * 2 >= _entries.Length)
            Grow();
        SlotOf(entry.Signature) = entry;
        _count++;
    }

    /// <summary>Counts rows.</summary>
    public void Count(SignatureEntry entry, int rows = 1)
    {
        if (entry.Rows == 0)
            _counted.Add(entry);
        entry.Rows += rows;
    }

    /// <summary>Starts to count again.</summary>
    public void ClearCounts()
    {
        foreach (var entry in _counted)
            entry.Rows = 0;
        _counted.Clear();
    }

    private ref SignatureEntry? SlotOf(in RowSignature signature)
    {
        var mask = _entries.Length - 1;
        for (var at = (int)(signature.Hash >> 40) & mask; ; at = (at + 1) & mask)
        {
            ref var entry = ref _entries[at];
            if (entry is null || entry.Signature == signature)
                return ref entry;
        }
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new SignatureEntry?[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry is not null)
                SlotOf(entry.Signature) = entry;
        }
    }
}
