using PolicyEval.Collector.Plan;
using PolicyEval.Collector.Tests.Support;

namespace PolicyEval.Collector.Tests.Commands;

public sealed class PolicyCommandTests
{
    [Fact]
    public async Task Without_options_it_prints_what_one_account_needs()
    {
        var run = await CollectRun.OfAsync("iam-policy");

        Assert.Equal((0, PermissionPolicy.OfAccount(), ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task With_a_role_it_prints_what_assuming_it_needs_in_the_partition()
    {
        var run = await CollectRun.OfAsync("iam-policy", "--role-name", "Reader", "--region", "us-gov-west-1");

        Assert.Equal((0, PermissionPolicy.OfRoleUser("aws-us-gov", "Reader")), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task With_an_organisation_it_prints_what_the_management_account_needs()
    {
        var run = await CollectRun.OfAsync("iam-policy", "--role-name", "Reader", "--organization");

        Assert.Equal((0, PermissionPolicy.OfOrganization("aws", "Reader")), (run.ExitCode, run.Output));
    }
}
