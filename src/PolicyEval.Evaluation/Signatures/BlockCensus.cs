using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Signatures;

/// <summary>
/// How many rows of each signature each account has in a block of a report. Its own table of signatures grows from
/// block to block, so that most rows are found there. Used by one thread at a time.
/// </summary>
/// <param name="classifier">Reads the signatures.</param>
internal sealed class BlockCensus(RowClassifier classifier) : IBlockWatcher
{
    private readonly SignatureTable _table = new();
    private readonly List<(SignatureEntry Kind, int Rows)> _counts = [];
    private readonly List<RowPlace> _others = [];
    private readonly List<(int Counts, int Others)> _ends = [];
    private bool _isOpen;

    /// <summary>The signatures of all accounts, one account after the other.</summary>
    public IReadOnlyList<(SignatureEntry Kind, int Rows)> Counts => _counts;

    /// <summary>The rows that have none, counted from the start of the block, in the same order.</summary>
    public IReadOnlyList<RowPlace> Others => _others;

    /// <summary>Behind the last of either of each account.</summary>
    public IReadOnlyList<(int Counts, int Others)> Ends
    {
        get
        {
            EndAccount();
            return _ends;
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        EndAccount();
        _counts.Clear();
        _others.Clear();
        _ends.Clear();
    }

    /// <inheritdoc/>
    public void BeginAccount()
    {
        EndAccount();
        _isOpen = true;
    }

    /// <inheritdoc/>
    public void See(RowCells cells, bool isRoot)
    {
        if (isRoot || !classifier.TryClassify(cells, out var signature))
        {
            _others.Add(cells.Place);
            return;
        }

        var kind = _table.Find(signature);
        if (kind is null)
        {
            kind = new SignatureEntry(signature) { First = cells.Place };
            _table.Add(kind);
        }

        _table.Count(kind);
    }

    private void EndAccount()
    {
        if (!_isOpen)
            return;
        foreach (var kind in _table.Counted)
            _counts.Add((kind, kind.Rows));
        _table.ClearCounts();
        _ends.Add((_counts.Count, _others.Count));
        _isOpen = false;
    }
}
