using System.Collections.Immutable;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// A partition of AWS: where IAM and Organizations have their one endpoint, and which region signs. Source: the
/// endpoint rules that AWS publishes with its SDKs (IAM 2010-05-08, Organizations 2016-11-28). Immutable.
/// </summary>
/// <param name="Id">As in ARNs: <c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c>.</param>
/// <param name="RegionPrefix">What the names of its regions begin with; empty for all others.</param>
/// <param name="DefaultRegion">The region taken where none is given.</param>
/// <param name="IamHost">IAM's host.</param>
/// <param name="IamRegion">The region that signs requests to IAM.</param>
/// <param name="OrganizationsRegion">The region in which Organizations is asked, and which signs.</param>
/// <param name="DnsSuffix">The suffix of regional hosts.</param>
internal sealed record AwsPartition(
    string Id,
    string RegionPrefix,
    string DefaultRegion,
    string IamHost,
    string IamRegion,
    string OrganizationsRegion,
    string DnsSuffix)
{
    private static readonly AwsPartition Commercial = new(
        "aws", "", "us-east-1", "iam.amazonaws.com", "us-east-1", "us-east-1", "amazonaws.com");

    /// <summary>The partitions that the collector knows, the most special prefix first.</summary>
    public static ImmutableArray<AwsPartition> All { get; } =
    [
        new("aws-us-gov", "us-gov-", "us-gov-west-1", "iam.us-gov.amazonaws.com", "us-gov-west-1", "us-gov-west-1",
            "amazonaws.com"),
        new("aws-cn", "cn-", "cn-north-1", "iam.cn-north-1.amazonaws.com.cn", "cn-north-1", "cn-northwest-1",
            "amazonaws.com.cn"),
        Commercial,
    ];

    /// <summary>
    /// The partition of that region, or null: for what is no name of a region, and for partitions that the collector
    /// does not know (their regions are named with four parts, such as <c>us-iso-east-1</c>).
    /// </summary>
    public static AwsPartition? OfRegion(string region) => !IsName(region)
        ? null
        : All.FirstOrDefault(partition => partition.RegionPrefix.Length > 0
            ? region.StartsWith(partition.RegionPrefix, StringComparison.Ordinal)
            : region.Count(letter => letter == '-') == 2);

    /// <summary>The partition of that ARN (<c>arn:aws-cn:sts::…</c>), or null.</summary>
    public static AwsPartition? OfArn(string arn) =>
        arn.Split(':') is ["arn", var id, ..] ? All.FirstOrDefault(partition => partition.Id == id) : null;

    /// <summary>
    /// Where that service (<c>iam</c>, <c>sts</c>, <c>organizations</c>) is asked and which region signs.
    /// </summary>
    /// <exception cref="ArgumentException">Another service.</exception>
    public (Uri Endpoint, string Region) EndpointOf(string service, string region) => service switch
    {
        "iam" => (new Uri($"https://{IamHost}"), IamRegion),
        "sts" => (new Uri($"https://sts.{region}.{DnsSuffix}"), region),
        "organizations" => (
            new Uri($"https://organizations.{OrganizationsRegion}.{DnsSuffix}"), OrganizationsRegion),
        _ => throw new ArgumentException($"{service} is not a service of the collector."),
    };

    // The name becomes part of a host name, so nothing else may get in.
    private static bool IsName(string region) => region.Length is > 0 and < 40
        && region.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
