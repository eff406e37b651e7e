using System.Text;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Finds the number of an account by the bytes of an ARN. Any number of threads may find while none adds.
/// </summary>
internal sealed class AccountIndex
{
    private const int UsualLength = 64;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of the account: 0 for the first one that was added, and so on; -1 for none.</summary>
    public int Find(IamArn arn)
    {
        Span<char> usual = stackalloc char[UsualLength];
        var key = arn.Key.Length <= UsualLength ? usual[..arn.Key.Length] : new char[arn.Key.Length];
        Encoding.ASCII.GetChars(arn.Key, key);
        return _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var number) ? number : -1;
    }

    /// <summary>Adds an account that is not there, and gives its number.</summary>
    public int Add(IamArn arn)
    {
        _numbers.Add(Encoding.ASCII.GetString(arn.Key), _numbers.Count);
        return _numbers.Count - 1;
    }
}
