using PolicyEval.Collector.Plan;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Plan;

public sealed class CollectionPlanTests
{
    [Fact]
    public void Every_operation_but_AssumeRole_is_planned_once()
    {
        var planned = CollectionPlan.Account.Concat(CollectionPlan.Organization)
            .Select(call => call.Operation)
            .Where(operation => operation != ApiOperations.GetCallerIdentity)
            .ToList();

        Assert.Equal(planned.Distinct(), planned);
        Assert.Equal(
            [ApiOperations.AssumeRole, ApiOperations.GetCallerIdentity],
            ApiOperations.All.Except(planned));
    }

    [Fact]
    public void Whose_credentials_they_are_comes_first() => Assert.All(
        [CollectionPlan.Account, CollectionPlan.Organization],
        plan => Assert.Equal(ApiOperations.GetCallerIdentity, plan[0].Operation));

    [Fact]
    public void The_users_are_listed_before_anything_is_asked_for_each()
    {
        var operations = CollectionPlan.OperationsOf(CollectionPlan.Account);
        var users = operations.IndexOf(ApiOperations.ListUsers);
        Assert.All(
            operations.Where(operation => operation.Scope == CallScope.User),
            operation => Assert.True(operations.IndexOf(operation) > users));
    }

    [Fact]
    public void Every_call_has_a_reason() =>
        Assert.All(CollectionPlan.Account, call => Assert.Matches("^[a-zA-Z].*[^.]$", call.Reason));
}
