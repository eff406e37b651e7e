using System.Buffers;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// The ARN of a report's row, as ranges of its bytes: <c>arn:aws:iam::123456789012:user/path/name</c>, or <c>:root</c>
/// at the end for the root user.
/// </summary>
internal readonly ref struct IamArn
{
    private const int AccountLength = 12;

    private static readonly SearchValues<byte> PartitionBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-"u8);

    private IamArn(ReadOnlySpan<byte> text, int partition, ReadOnlySpan<byte> resource)
    {
        Prefix = text[..^resource.Length];
        Partition = text.Slice(Start.Length, partition);
        Account = Prefix[^(AccountLength + 1)..^1];
        Resource = resource;
    }

    private static ReadOnlySpan<byte> Start => "arn:"u8;

    /// <summary>What the ARNs of the account begin with: <c>arn:aws:iam::123456789012:</c>.</summary>
    public ReadOnlySpan<byte> Prefix { get; }

    public ReadOnlySpan<byte> Partition { get; }

    public ReadOnlySpan<byte> Account { get; }

    /// <summary>The number that the account's digits make.</summary>
    public long Id
    {
        get
        {
            var id = 0L;
            foreach (var digit in Account)
                id = (id * 10) + (digit - '0');
            return id;
        }
    }

    /// <summary><c>root</c>, or <c>user/path/name</c>.</summary>
    public ReadOnlySpan<byte> Resource { get; }

    public bool IsRoot => Resource.SequenceEqual("root"u8);

    /// <summary>The user's name, the last segment; empty for the root user.</summary>
    public ReadOnlySpan<byte> UserName => Resource[(Resource.LastIndexOf((byte)'/') + 1)..];

    /// <summary>Reads the ARN of a row; false where it is of no user and no root user.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out IamArn arn)
    {
        arn = default;
        var rest = text;
        if (!TakePrefix(ref rest, Start))
            return false;
        var partition = rest[..Math.Max(0, rest.IndexOf((byte)':'))];
        rest = rest[partition.Length..];
        if (!IsPartition(partition) || !TakePrefix(ref rest, ":iam::"u8) || rest.Length <= AccountLength)
            return false;
        var account = rest[..AccountLength];
        var resource = rest[AccountLength..];
        if (account.ContainsAnyExceptInRange((byte)'0', (byte)'9') || !TakePrefix(ref resource, ":"u8))
            return false;
        arn = new IamArn(text, partition.Length, resource);
        return arn.IsRoot || (resource.StartsWith("user/"u8) && !arn.UserName.IsEmpty);
    }

    /// <summary><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>, <c>aws-iso-b</c> …: AWS adds to them.</summary>
    private static bool IsPartition(ReadOnlySpan<byte> partition) =>
        partition.SequenceEqual("aws"u8)
        || (partition.StartsWith("aws-"u8)
            && partition.Length > 4
            && partition[^1] != (byte)'-'
            && !partition.ContainsAnyExcept(PartitionBytes));

    private static bool TakePrefix(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> prefix)
    {
        if (!text.StartsWith(prefix))
            return false;
        text = text[prefix.Length..];
        return true;
    }
}
