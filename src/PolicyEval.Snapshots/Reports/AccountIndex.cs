using System.Text;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Finds the number of an account by the bytes of an ARN. Any number of threads may find while none adds.
/// </summary>
internal sealed class AccountIndex
{
    private const int UsualLength = 64;

    private readonly Dictionary<string, string> _partitions = new(StringComparer.Ordinal);
    private readonly Dictionary<(long Id, string Partition), int> _numbers = [];

    /// <summary>The number of the account: 0 for the first one that was added, and so on; -1 for none.</summary>
    public int Find(IamArn arn) =>
        FindPartition(arn.Partition) is { } partition
        && _numbers.TryGetValue((arn.Id, partition), out var number)
            ? number
            : -1;

    /// <summary>Adds an account that is not there; its partition, as one object for all that are equal.</summary>
    public string Add(IamArn arn)
    {
        if (FindPartition(arn.Partition) is not { } partition)
        {
            partition = Encoding.ASCII.GetString(arn.Partition);
            _partitions.Add(partition, partition);
        }

        _numbers.Add((arn.Id, partition), _numbers.Count);
        return partition;
    }

    private string? FindPartition(ReadOnlySpan<byte> bytes)
    {
        Span<char> usual = stackalloc char[UsualLength];
        var name = bytes.Length <= UsualLength ? usual[..bytes.Length] : new char[bytes.Length];
        Encoding.ASCII.GetChars(bytes, name);
        return _partitions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found) ? found : null;
    }
}
