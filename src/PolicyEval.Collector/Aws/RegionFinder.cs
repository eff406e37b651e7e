using Amazon.Runtime.CredentialManagement;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// Finds the region as the AWS CLI does: --region, AWS_REGION or AWS_DEFAULT_REGION, the profile's. It decides the
/// partition and the endpoint of STS; IAM and Organizations have one endpoint in each partition.
/// </summary>
internal static class RegionFinder
{
    /// <summary>The region; null where none is given anywhere.</summary>
    public static string? Find(AwsOptions options) =>
        options.Region ?? Variables.Find("AWS_REGION") ?? Variables.Find("AWS_DEFAULT_REGION") ?? OfProfile(options);

    private static string? OfProfile(AwsOptions options) =>
        new CredentialProfileStoreChain().TryGetProfile(
            options.Profile ?? Variables.Find("AWS_PROFILE") ?? "default", out var profile)
            ? profile.Region?.SystemName
            : null;
}
