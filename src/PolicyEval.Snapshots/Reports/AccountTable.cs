using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// The accounts of a report, in the order of their first rows, while it is read. Rows of one account mostly follow each
/// other; where they do not, this says so.
/// </summary>
internal sealed class AccountTable
{
    private readonly List<AccountDraft> _accounts = [];
    private byte[] _prefix = [];
    private int _prefixLength;
    private int _last = -1;

    /// <summary>What finds an account's number later.</summary>
    public AccountIndex Index { get; } = new();

    /// <summary>All of them, as far as they are known.</summary>
    public ReadOnlySpan<AccountDraft> Accounts => CollectionsMarshal.AsSpan(_accounts);

    /// <summary>The index of the last row's account.</summary>
    public int LastIndex => _last;

    /// <summary>The account of the last row.</summary>
    public ref AccountDraft Last => ref CollectionsMarshal.AsSpan(_accounts)[_last];

    /// <summary>What the ARNs of the last row's account begin with: <c>arn:aws:iam::123456789012:</c>.</summary>
    public ReadOnlySpan<byte> LastPrefix => _prefix.AsSpan(0, _prefixLength);

    /// <summary>Whether an account came again after another one.</summary>
    public bool IsScattered { get; private set; }

    /// <summary>Goes to the account of a row; whether it is another than before.</summary>
    /// <param name="arn">The row's ARN.</param>
    /// <param name="row">The row's index.</param>
    public bool MoveTo(IamArn arn, int row)
    {
        var account = Index.Find(arn);
        if (account >= 0 && account == _last)
            return false;
        IsScattered |= account >= 0;
        _last = account >= 0 ? account : Add(arn, row);
        if (_prefix.Length < arn.Prefix.Length)
            _prefix = new byte[arn.Prefix.Length];
        arn.Prefix.CopyTo(_prefix);
        _prefixLength = arn.Prefix.Length;
        return true;
    }

    /// <summary>The accounts as the report tells them.</summary>
    public ImmutableArray<SnapshotAccount> ToImmutable() => [.. _accounts.Select(account => account.ToAccount())];

    private int Add(IamArn arn, int row)
    {
        _accounts.Add(new AccountDraft { Id = arn.Id, Partition = Index.Add(arn), FirstRow = row, RootRow = -1 });
        return _accounts.Count - 1;
    }
}
