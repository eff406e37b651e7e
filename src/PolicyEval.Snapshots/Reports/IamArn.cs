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

    private IamArn(ReadOnlySpan<byte> partition, ReadOnlySpan<byte> account, ReadOnlySpan<byte> resource)
    {
        Partition = partition;
        Account = account;
        Resource = resource;
    }

    public ReadOnlySpan<byte> Partition { get; }

    public ReadOnlySpan<byte> Account { get; }

    /// <summary><c>root</c>, or <c>user/path/name</c>.</summary>
    public ReadOnlySpan<byte> Resource { get; }

    public bool IsRoot => Resource.SequenceEqual("root"u8);

    /// <summary>The user's name, the last segment; empty for the root user.</summary>
    public ReadOnlySpan<byte> UserName => Resource[(Resource.LastIndexOf((byte)'/') + 1)..];

    public static bool TryParse(ReadOnlySpan<byte> text, out IamArn arn)
    {
        arn = default;
        if (!TakePrefix(ref text, "arn:"u8))
            return false;
        var partition = text[..Math.Max(0, text.IndexOf((byte)':'))];
        text = text[partition.Length..];
        if (!IsPartition(partition) || !TakePrefix(ref text, ":iam::"u8) || text.Length <= AccountLength)
            return false;
        var account = text[..AccountLength];
        var resource = text[AccountLength..];
        if (account.ContainsAnyExceptInRange((byte)'0', (byte)'9') || !TakePrefix(ref resource, ":"u8))
            return false;
        arn = new IamArn(partition, account, resource);
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
