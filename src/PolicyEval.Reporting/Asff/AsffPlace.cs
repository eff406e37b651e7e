using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Asff;

/// <summary>Where a finding belongs: Security Hub keeps findings by partition, region and account.</summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="Region">The region whose Security Hub is to take it.</param>
/// <param name="Account">Twelve digits.</param>
internal sealed record AsffPlace(string Partition, string Region, string Account)
{
    // Of an account that is not known. Security Hub refuses it by name, which is better than a finding that is missing.
    private const string UnknownAccount = "000000000000";

    /// <summary>The place of a finding.</summary>
    /// <param name="resource">What it is about.</param>
    /// <param name="snapshot">The snapshot with its evidence.</param>
    /// <param name="region">What the user chose, or null for the partition's own.</param>
    public static AsffPlace Of(ResourceReference resource, SnapshotReference? snapshot, string? region)
    {
        var partition = snapshot is { Partition.Length: > 0 } ? snapshot.Partition : "aws";
        var account = resource.Account.Length > 0 ? resource.Account
            : snapshot is { Account.Length: > 0 } ? snapshot.Account
            : UnknownAccount;
        return new AsffPlace(partition, region ?? RegionOf(partition), account);
    }

    /// <summary>The product that an account's own findings belong to.</summary>
    public string ProductArn =>
        $"arn:{Partition}:securityhub:{Region}:{Account}:product/{Account}/default";

    // IAM has no region; it is run from these.
    private static string RegionOf(string partition) => partition switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };
}
