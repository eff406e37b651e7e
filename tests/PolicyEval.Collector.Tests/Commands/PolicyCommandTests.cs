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

    [Theory]
    [InlineData("arn:aws:iam::111122223333:root")]
    [InlineData("arn:aws-us-gov:iam::111122223333:user/audit/anna+x@example")]
    [InlineData("arn:aws-cn:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Audit_0123456789")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/Auditor/anna@example")]
    public async Task With_a_principal_it_prints_the_trust_policy_of_the_role(string arn)
    {
        var run = await CollectRun.OfAsync("iam-policy", "--trust", arn);

        var expected = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "TrustCollector",
                  "Effect": "Allow",
                  "Principal": {
                    "AWS": "ARN"
                  },
                  "Action": "sts:AssumeRole"
                }
              ]
            }

            """;
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(expected.Replace("ARN", arn, StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public async Task An_external_id_becomes_a_condition_of_the_trust_policy()
    {
        var run = await CollectRun.OfAsync(
            "iam-policy", "--trust", "arn:aws:iam::111122223333:role/Auditor", "--external-id", "nightly");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            """
                  "Action": "sts:AssumeRole",
                  "Condition": {
                    "StringEquals": {
                      "sts:ExternalId": "nightly"
                    }
                  }
                }
            """,
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_organisation_it_prints_what_the_management_account_needs()
    {
        var run = await CollectRun.OfAsync("iam-policy", "--role-name", "Reader", "--organization");

        Assert.Equal((0, PermissionPolicy.OfOrganization("aws", "Reader")), (run.ExitCode, run.Output));
    }
}
