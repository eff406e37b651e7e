using System.Text;

namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>
/// The accounts of a report by the ARNs of its rows. Rows of one account mostly follow each other, so that an account
/// is looked up once.
/// </summary>
internal sealed class Accounts
{
    private readonly Dictionary<string, Account> _byPrefix = new(StringComparer.Ordinal);
    private byte[] _prefix = [];
    private Account? _last;

    /// <summary>The accounts.</summary>
    public IEnumerable<Account> All => _byPrefix.Values;

    /// <summary>The account of a row.</summary>
    /// <param name="arn"><c>arn:aws:iam::111122223333:user/alice</c>.</param>
    public Account Of(ReadOnlySpan<byte> arn)
    {
        if (_last is { } last && arn.StartsWith(_prefix))
            return last;
        var account = arn.IndexOf(":iam::"u8);
        if (!arn.StartsWith("arn:"u8) || account < 0 || arn.Length < account + 19 || arn[account + 18] != ':')
            throw new InvalidDataException("A row has no ARN of IAM.");
        _prefix = arn[..(account + 19)].ToArray();
        var prefix = Encoding.ASCII.GetString(_prefix);
        if (!_byPrefix.TryGetValue(prefix, out _last))
            _byPrefix.Add(prefix, _last = new Account { IsGovCloud = arn[4..account].SequenceEqual("aws-us-gov"u8) });
        return _last;
    }
}
