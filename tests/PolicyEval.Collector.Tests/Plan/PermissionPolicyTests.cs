using System.Text.Json;
using PolicyEval.Collector.Plan;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Plan;

public sealed class PermissionPolicyTests
{
    [Fact]
    public void The_policy_of_an_account_allows_exactly_the_planned_calls()
    {
        var expected = CollectionPlan.OperationsOf(CollectionPlan.Account)
            .Where(operation => operation != ApiOperations.GetCallerIdentity)
            .Select(operation => operation.Permission)
            .Order(StringComparer.Ordinal);

        var statement = Assert.Single(StatementsOf(PermissionPolicy.OfAccount()));
        Assert.Equal(expected, ActionsOf(statement));
        Assert.Equal("*", statement.GetProperty("Resource").GetString());
    }

    [Fact]
    public void The_policy_of_an_organisation_adds_its_list_and_the_role()
    {
        var statements = StatementsOf(PermissionPolicy.OfOrganization("aws", "audit/Reader"));

        Assert.Equal(2, statements.Length);
        Assert.Equal(
            ["organizations:ListAccounts"],
            ActionsOf(statements[0]).Except(ActionsOf(StatementsOf(PermissionPolicy.OfAccount())[0])));
        Assert.Equal("sts:AssumeRole", statements[1].GetProperty("Action").GetString());
        Assert.Equal("arn:aws:iam::*:role/audit/Reader", statements[1].GetProperty("Resource").GetString());
    }

    [Fact]
    public void Who_only_assumes_a_role_may_do_nothing_else()
    {
        var statement = Assert.Single(StatementsOf(PermissionPolicy.OfRoleUser("aws-cn", "Reader")));

        Assert.Equal("sts:AssumeRole", statement.GetProperty("Action").GetString());
        Assert.Equal("arn:aws-cn:iam::*:role/Reader", statement.GetProperty("Resource").GetString());
    }

    [Fact]
    public void Every_action_only_reads() => Assert.All(
        ActionsOf(StatementsOf(PermissionPolicy.OfOrganization("aws", "Reader"))[0]),
        action => Assert.Matches("^(iam|organizations):(Get|List|GenerateCredentialReport$)", action));

    [Fact]
    public void The_grammar_is_that_of_2012_10_17()
    {
        using var policy = JsonDocument.Parse(PermissionPolicy.OfOrganization("aws", "Reader"));

        Assert.Equal(["Version", "Statement"], policy.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2012-10-17", policy.RootElement.GetProperty("Version").GetString());
        Assert.All(policy.RootElement.GetProperty("Statement").EnumerateArray(), statement =>
        {
            Assert.Equal(
                ["Sid", "Effect", "Action", "Resource"], statement.EnumerateObject().Select(member => member.Name));
            Assert.Equal("Allow", statement.GetProperty("Effect").GetString());
            Assert.Matches("^[A-Za-z0-9]+$", statement.GetProperty("Sid").GetString());
        });
    }

    [Fact]
    public void A_role_name_keeps_its_signs() =>
        Assert.Contains("role/a+b=c,d.e@f-g\"", PermissionPolicy.OfRoleUser("aws", "a+b=c,d.e@f-g"), StringComparison.Ordinal);

    private static JsonElement[] StatementsOf(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        return [.. document.RootElement.GetProperty("Statement").EnumerateArray().Select(element => element.Clone())];
    }

    private static string[] ActionsOf(JsonElement statement) =>
        [.. statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!)];
}
