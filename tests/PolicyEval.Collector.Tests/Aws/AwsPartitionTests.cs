using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Aws;

public sealed class AwsPartitionTests
{
    /// <summary>As the endpoint rules say that AWS publishes with its SDKs.</summary>
    [Theory]
    [InlineData("us-east-1", "aws", "https://iam.amazonaws.com/", "us-east-1",
        "https://sts.us-east-1.amazonaws.com/", "https://organizations.us-east-1.amazonaws.com/", "us-east-1")]
    [InlineData("eu-central-2", "aws", "https://iam.amazonaws.com/", "us-east-1",
        "https://sts.eu-central-2.amazonaws.com/", "https://organizations.us-east-1.amazonaws.com/", "us-east-1")]
    [InlineData("us-gov-east-1", "aws-us-gov", "https://iam.us-gov.amazonaws.com/", "us-gov-west-1",
        "https://sts.us-gov-east-1.amazonaws.com/", "https://organizations.us-gov-west-1.amazonaws.com/",
        "us-gov-west-1")]
    [InlineData("cn-northwest-1", "aws-cn", "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1",
        "https://sts.cn-northwest-1.amazonaws.com.cn/", "https://organizations.cn-northwest-1.amazonaws.com.cn/",
        "cn-northwest-1")]
    public void Each_partition_has_its_endpoints_and_signing_regions(
        string region, string id, string iam, string iamRegion, string sts, string organizations, string orgRegion)
    {
        var partition = AwsPartition.OfRegion(region)!;
        Assert.Equal(id, partition.Id);
        Assert.Equal((new Uri(iam), iamRegion), partition.EndpointOf("iam", region));
        Assert.Equal((new Uri(sts), region), partition.EndpointOf("sts", region));
        Assert.Equal((new Uri(organizations), orgRegion), partition.EndpointOf("organizations", region));
    }

    [Theory]
    [InlineData("")]
    [InlineData("us-iso-east-1")]
    [InlineData("eusc-de-east-1")]
    [InlineData("US-EAST-1")]
    [InlineData("a-b.example.com/c-1")]
    [InlineData("useast1")]
    public void What_is_no_region_of_the_three_partitions_is_unknown(string region) =>
        Assert.Null(AwsPartition.OfRegion(region));

    [Theory]
    [InlineData("arn:aws:sts::111122223333:assumed-role/Reader/me", "aws")]
    [InlineData("arn:aws-cn:iam::111122223333:user/me", "aws-cn")]
    [InlineData("arn:aws-us-gov:iam::111122223333:root", "aws-us-gov")]
    [InlineData("arn:aws-iso:iam::111122223333:root", null)]
    [InlineData("no arn", null)]
    public void An_ARN_names_its_partition(string arn, string? id) => Assert.Equal(id, AwsPartition.OfArn(arn)?.Id);

    [Fact]
    public async Task An_unknown_region_is_told_before_anything_is_asked()
    {
        await using var session = await StubSession.StartAsync(new AwsOptions { Region = "us-iso-east-1" });
        var opened = await session.Connector.OpenAsync(default);

        Assert.Null(opened.Api);
        Assert.Equal("UnknownRegion", opened.Failure!.Error.Code);
        Assert.Contains("--region", opened.Failure.Help, StringComparison.Ordinal);
        Assert.Empty(session.Stub.Requests);
    }

    [Fact]
    public async Task Requests_are_signed_for_the_partition_that_the_region_names()
    {
        await using var session = await StubSession.StartAsync(new AwsOptions { Region = "cn-north-1" });
        session.Stub.Regions["iam"] = "cn-north-1";
        session.Stub.Regions["sts"] = "cn-north-1";
        session.Stub.Regions["organizations"] = "cn-northwest-1";
        foreach (var operation in (ApiOperation[])
            [ApiOperations.GetCallerIdentity, ApiOperations.ListUsers, ApiOperations.ListAccounts])
            Assert.Null((await session.SendAsync(operation)).Failure);
        Assert.Empty(session.Stub.Violations);
    }
}
