using System.Collections.Immutable;
using System.Text;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// The accounts of a report, in the order of their first rows. Rows of one account mostly follow each other.
/// </summary>
internal sealed class AccountTable
{
    private readonly List<SnapshotAccount> _accounts = [];
    private readonly Dictionary<(string Partition, string Id), int> _indexOf = [];
    private readonly byte[] _lastId = new byte[12];
    private byte[] _lastPartition = [];
    private int _last = -1;

    public SnapshotAccount this[int index] => _accounts[index];

    /// <summary>
    /// Adds a row and says which account it is of, and which other row is that account's root (else -1).
    /// </summary>
    public int Add(IamArn arn, int row, bool isRoot, out int otherRoot)
    {
        var index = IndexOf(arn, row);
        otherRoot = isRoot ? _accounts[index].RootRow : -1;
        if (isRoot && otherRoot < 0)
            _accounts[index] = _accounts[index] with { RootRow = row };
        else if (!isRoot && !_accounts[index].HasUsers)
            _accounts[index] = _accounts[index] with { HasUsers = true };
        return index;
    }

    public ImmutableArray<SnapshotAccount> ToImmutable() => [.. _accounts];

    private int IndexOf(IamArn arn, int row)
    {
        if (_last >= 0 && arn.Account.SequenceEqual(_lastId) && arn.Partition.SequenceEqual(_lastPartition))
            return _last;
        arn.Account.CopyTo(_lastId);
        _lastPartition = arn.Partition.ToArray();
        var key = (Encoding.ASCII.GetString(arn.Partition), Encoding.ASCII.GetString(arn.Account));
        if (!_indexOf.TryGetValue(key, out _last))
        {
            _last = _accounts.Count;
            _indexOf.Add(key, _last);
            _accounts.Add(new SnapshotAccount(key.Item2, key.Item1, RootRow: -1, FirstRow: row));
        }

        return _last;
    }
}
