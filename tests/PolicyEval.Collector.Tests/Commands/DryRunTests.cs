using System.Text.RegularExpressions;
using PolicyEval.Collector.Plan;
using PolicyEval.Collector.Tests.Support;

namespace PolicyEval.Collector.Tests.Commands;

public sealed partial class DryRunTests
{
    [Fact]
    public async Task It_lists_every_planned_call_in_order_and_the_policy()
    {
        var run = await CollectRun.OfAsync("--dry-run");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(CollectionPlan.Account.Select(call => call.Operation.Permission), CallsOf(run.Output));
        Assert.EndsWith(PermissionPolicy.OfAccount(), run.Output, StringComparison.Ordinal);
        Assert.Contains("https://iam.amazonaws.com  data/users.json", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "iam:GenerateCredentialReport          https://iam.amazonaws.com  data/raw only\n", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("https://sts.us-east-1.amazonaws.com", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_the_endpoints_of_the_partition()
    {
        var run = await CollectRun.OfAsync(["--dry-run"], new() { ["AWS_REGION"] = "cn-north-1" });

        Assert.Contains("https://iam.cn-north-1.amazonaws.com.cn", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("amazonaws.com ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_the_role_of_every_account_and_both_policies()
    {
        var run = await CollectRun.OfAsync(
            "--dry-run", "--role-name", "Reader", "--accounts", "111122223333,444455556666");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("arn:aws:iam::111122223333:role/Reader", run.Output, StringComparison.Ordinal);
        Assert.Contains("arn:aws:iam::444455556666:role/Reader", run.Output, StringComparison.Ordinal);
        Assert.Contains(PermissionPolicy.OfRoleUser("aws", "Reader"), run.Output, StringComparison.Ordinal);
        Assert.EndsWith(PermissionPolicy.OfAccount(), run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "sts:AssumeRole                        https://sts.us-east-1.amazonaws.com  kept nowhere\n", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("\n  policyeval-collect iam-policy --trust ARN\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["sts:GetCallerIdentity", "sts:AssumeRole", "sts:AssumeRole"], CallsOf(run.Output).Take(3));
    }

    [Fact]
    public async Task It_shows_how_an_organisation_is_collected()
    {
        var run = await CollectRun.OfAsync("--dry-run", "--role-name", "Reader", "--organization");

        Assert.Equal(
            ["sts:GetCallerIdentity", "organizations:ListAccounts"], CallsOf(run.Output).Take(2));
        Assert.Contains(PermissionPolicy.OfOrganization("aws", "Reader"), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_how_to_print_the_trust_policy_without_repeating_the_external_id()
    {
        var run = await CollectRun.OfAsync(
            "--dry-run", "--role-name", "Reader", "--organization", "--external-id", "the-external-id");

        Assert.Contains(
            """
            The role Reader must trust whoever collects. This prints its trust policy for your ARN
            (which `aws sts get-caller-identity` names):
              policyeval-collect iam-policy --trust ARN --external-id ID

            """,
            run.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("the-external-id", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_makes_no_folder()
    {
        await CollectRun.OfAsync("--dry-run", "--output", "never-made-by-a-dry-run");

        Assert.False(Directory.Exists("never-made-by-a-dry-run"));
    }

    private static IEnumerable<string> CallsOf(string output) =>
        Call().Matches(output).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^ *[0-9]+  ([a-z]+:[A-Za-z]+) ", RegexOptions.Multiline)]
    private static partial Regex Call();
}
