using System.Collections.Immutable;
using System.Text;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// The accounts of a report, in the order of their first rows, while it is read. Rows of one account mostly follow each
/// other; where they do not, this says so.
/// </summary>
internal sealed class AccountTable
{
    private readonly AccountIndex _index = new();
    private readonly List<SnapshotAccount> _accounts = [];
    private readonly List<AccountPlaces> _places = [];
    private byte[] _prefix = [];
    private int _last = -1;
    private bool _lastHasUsers;

    /// <summary>What finds an account's number later.</summary>
    public AccountIndex Index => _index;

    public int Count => _accounts.Count;

    /// <summary>What the ARNs of the last row's account begin with: <c>arn:aws:iam::123456789012:</c>.</summary>
    public ReadOnlySpan<byte> LastPrefix => _prefix;

    /// <summary>The account of the last row.</summary>
    public SnapshotAccount Last => _accounts[_last];

    /// <summary>Whether an account came again after another one.</summary>
    public bool IsScattered { get; private set; }

    public SnapshotAccount this[int account] => _accounts[account];

    /// <summary>The lines and columns that diagnostics of an account name.</summary>
    public AccountPlaces PlacesOf(int account) => _places[account];

    /// <summary>Goes to the account of a row; whether it is another than before.</summary>
    /// <param name="arn">The row's ARN.</param>
    /// <param name="row">The row's index.</param>
    public bool MoveTo(IamArn arn, int row)
    {
        var account = _index.Find(arn);
        if (account >= 0 && account == _last)
            return false;
        IsScattered |= account >= 0;
        _last = account >= 0 ? account : Add(arn, row);
        _lastHasUsers = _accounts[_last].HasUsers;
        _prefix = arn.Prefix.ToArray();
        return true;
    }

    /// <summary>Notes where the first row of the account stands, by the place of its ARN.</summary>
    public void SetFirst((int Line, int Column) arn) => _places[_last] = new AccountPlaces(arn, 0);

    /// <summary>Notes that the last row is a user's.</summary>
    public void AddUser()
    {
        if (_lastHasUsers)
            return;
        _lastHasUsers = true;
        _accounts[_last] = _accounts[_last] with { HasUsers = true };
    }

    /// <summary>Notes that the last row is the root user's; the line of the other such row, or 0.</summary>
    public int AddRoot(int row, int line)
    {
        var places = _places[_last];
        if (places.RootLine > 0)
            return places.RootLine;
        _accounts[_last] = _accounts[_last] with { RootRow = row };
        _places[_last] = places with { RootLine = line };
        return 0;
    }

    public ImmutableArray<SnapshotAccount> ToImmutable() => [.. _accounts];

    private int Add(IamArn arn, int row)
    {
        // One object for all that are equal: there may be many accounts, and there are few partitions.
        var partition = _accounts.Count > 0 && Ascii.Equals(arn.Partition, _accounts[^1].Partition)
            ? _accounts[^1].Partition
            : Encoding.ASCII.GetString(arn.Partition);
        var id = Encoding.ASCII.GetString(arn.Account);
        _accounts.Add(new SnapshotAccount(id, partition, RootRow: -1, FirstRow: row));
        _places.Add(default);
        return _index.Add(arn);
    }
}
