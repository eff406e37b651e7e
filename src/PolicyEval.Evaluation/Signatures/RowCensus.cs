using System.Collections.Immutable;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Signatures;

/// <summary>
/// How many rows of each signature each account of a report has, taken while the report is opened: 4 bytes for a
/// signature of an account. The rows of each account have to follow each other. Blocks are taken by one thread at a
/// time; once all were, any number may read.
/// </summary>
internal sealed class RowCensus : IRowWatcher
{
    /// <summary>Signatures at most: more than any report has whose rows were not made to differ.</summary>
    private const int KindsMax = 1 << KindBits;

    private const int KindBits = 14;

    /// <summary>Rows of one signature in one account at most: AWS allows 5,000 users.</summary>
    private const int RowsMax = 1 << (32 - KindBits);

    /// <summary>
    /// Rows of one account that are kept by themselves; where there are more, all of it is read again.
    /// </summary>
    private const int OthersMax = 16;

    private readonly SignatureLayout _layout;
    private readonly DateTimeOffset? _asOf;
    private readonly SignatureTable _table = new();
    private readonly List<SignatureEntry> _kinds = [];
    private readonly List<RowPlace> _others = [];
    // One array for each account, so that none has to grow, and nothing is copied, in a large report.
    private readonly List<(uint[] Counts, int OthersEnd, bool IsWhole)> _accounts = [];
    private int _account;
    private bool _isCut;

    /// <summary>Prepares for a report.</summary>
    /// <param name="layout">Of what signatures are made.</param>
    /// <param name="asOf">The instant at which ages are measured, or null.</param>
    public RowCensus(SignatureLayout layout, DateTimeOffset? asOf) => (_layout, _asOf) = (layout, asOf);

    /// <inheritdoc/>
    public ImmutableArray<int> Columns => _layout.Columns;

    /// <summary>The signatures, in the order of their first rows, for a run to say what it knows of them.</summary>
    public SignatureEntry[] NewKinds() =>
        [.. _kinds.Select(kind => new SignatureEntry(kind.Signature) { First = kind.First, Number = kind.Number })];

    /// <summary>Whether signatures of another layout, at another instant, would be the same.</summary>
    public bool Fits(SignatureLayout layout, DateTimeOffset? asOf) =>
        asOf == _asOf
        && layout.Columns.SequenceEqual(_layout.Columns)
        && layout.Relations.SequenceEqual(_layout.Relations);

    /// <inheritdoc/>
    public IBlockWatcher Watch() => new BlockCensus(new RowClassifier(_layout, _asOf));

    /// <inheritdoc/>
    public void Take(IBlockWatcher block, ReadOnlySpan<int> accounts, in RowPlace start)
    {
        var census = (BlockCensus)block;
        var (count, other) = (0, 0);
        for (var run = 0; run < accounts.Length; run++)
        {
            for (; _account < accounts[run]; _account++)
                EndAccount();
            var end = census.Ends[run];
            for (; count < end.Counts; count++)
                Add(census.Counts[count].Kind, census.Counts[count].Rows, start);
            for (; other < end.Others; other++)
                AddOther(census.Others[other].From(start));
        }
    }

    /// <inheritdoc/>
    public void End() => EndAccount();

    /// <summary>
    /// Gives what is known of an account: the signatures of users with their numbers of rows, and the rows that have to
    /// be looked at by themselves. False where there are too many of these.
    /// </summary>
    /// <param name="account">Its index in the report.</param>
    /// <param name="known">What the run knows of the signatures, in their order.</param>
    /// <param name="kinds">Is filled with those of the account.</param>
    /// <param name="others">Is filled: rows of root users, and those without a signature, in order.</param>
    public bool TryCount(
        int account, IReadOnlyList<SignatureEntry> known, List<SignatureEntry> kinds, List<RowPlace> others)
    {
        kinds.Clear();
        others.Clear();
        var (counts, end, isWhole) = _accounts[account];
        foreach (var count in counts)
        {
            var kind = known[(int)(count % KindsMax)];
            kind.Rows = (int)(count / KindsMax);
            kinds.Add(kind);
        }

        for (var other = account == 0 ? 0 : _accounts[account - 1].OthersEnd; other < end; other++)
            others.Add(_others[other]);
        return isWhole;
    }

    private void Add(SignatureEntry ofBlock, int rows, in RowPlace start)
    {
        ofBlock.OfReport ??= _table.Find(ofBlock.Signature) ?? TryAdd(ofBlock, start);
        if (ofBlock.OfReport is { } kind)
            _table.Count(kind, rows);
        else
            _isCut = true;
    }

    private SignatureEntry? TryAdd(SignatureEntry ofBlock, in RowPlace start)
    {
        if (_kinds.Count == KindsMax)
            return null;
        // Blocks are taken in order, so a signature that is new here stands in this block for the first time.
        var kind = new SignatureEntry(ofBlock.Signature) { First = ofBlock.First.From(start), Number = _kinds.Count };
        _kinds.Add(kind);
        _table.Add(kind);
        return kind;
    }

    private void AddOther(in RowPlace place)
    {
        if (_others.Count - (_accounts.Count == 0 ? 0 : _accounts[^1].OthersEnd) < OthersMax)
            _others.Add(place);
        else
            _isCut = true;
    }

    private void EndAccount()
    {
        var counts = new uint[_table.Counted.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            var kind = _table.Counted[i];
            _isCut |= kind.Rows >= RowsMax;
            counts[i] = (uint)kind.Number + (KindsMax * (uint)kind.Rows);
        }

        _accounts.Add((counts, _others.Count, !_isCut));
        _table.ClearCounts();
        _isCut = false;
    }
}
