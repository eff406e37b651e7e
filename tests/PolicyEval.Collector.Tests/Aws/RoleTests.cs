using System.Globalization;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Aws;

public sealed class RoleTests
{
    private const string Account = "444455556666";

    private static readonly ApiRequest WhoAmI = ApiRequest.For(ApiOperations.GetCallerIdentity);

    [Fact]
    public async Task A_role_opens_its_account_and_the_attempt_is_recorded_without_secrets()
    {
        await using var session = await StartAsync();
        session.Stub.ExternalId = "a-shared-word";
        var opened = await session.Connector.AssumeRoleAsync(Role() with { ExternalId = "a-shared-word" }, default);
        using var api = opened.Api!;

        var attempt = Assert.Single(opened.Attempts);
        Assert.Same(ApiOperations.AssumeRole, attempt.Request.Operation);
        Assert.Equal(
            ["DurationSeconds", "RoleArn", "RoleSessionName"], attempt.Request.Parameters.Select(one => one.Key));
        Assert.Equal("3600", attempt.Request.Parameters[0].Value);
        var request = session.Stub.RequestsOf(ApiOperations.AssumeRole).Single();
        Assert.Equal("a-shared-word", request.Parameters["ExternalId"]);

        var reply = await api.SendAsync(WhoAmI, default);
        Assert.Equal(Account, PageReader.Read(WhoAmI.Operation, reply.Body!.Value).Caller!.Account);
        Assert.Single(reply.Attempts);
        Assert.Empty(session.Stub.Violations);
    }

    [Fact]
    public async Task A_role_that_refuses_is_a_failure_with_a_way_out()
    {
        await using var session = await StartAsync();
        session.Stub.Refusing.Add(Account);
        var opened = await session.Connector.AssumeRoleAsync(Role(), default);

        Assert.Null(opened.Api);
        Assert.Equal((FailureKind.AccessDenied, "AccessDenied"), (opened.Failure!.Kind, opened.Failure.Error.Code));
        Assert.Contains("trust policy", opened.Failure.Help, StringComparison.Ordinal);
        Assert.Equal(opened.Failure.Error, Assert.Single(opened.Attempts).Error);
    }

    [Fact]
    public async Task Assuming_a_role_is_retried_like_any_call()
    {
        await using var session = await StartAsync();
        session.Stub.On(ApiOperations.AssumeRole).Then(Play.Throttle, Play.Cut, Play.Truncated, Play.Html(503));
        var opened = await session.Connector.AssumeRoleAsync(Role(), default);
        using var api = opened.Api;

        Assert.NotNull(api);
        Assert.Equal(["Throttling", "ConnectionFailed", "BadResponse", "BadResponse", null],
            opened.Attempts.Select(attempt => attempt.Error?.Code));
        Assert.Equal([1, 2, 3, 4, 5], opened.Attempts.Select(attempt => attempt.Number));
    }

    [Fact]
    public async Task An_AssumeRole_that_stays_garbled_is_a_failure()
    {
        await using var session = await StartAsync();
        session.Stub.On(ApiOperations.AssumeRole).Always(Play.Truncated);
        var opened = await session.Connector.AssumeRoleAsync(Role(), default);

        Assert.Null(opened.Api);
        Assert.Equal(FailureKind.BadResponse, opened.Failure!.Kind);
        Assert.Equal(6, opened.Attempts.Length);
    }

    [Fact]
    public async Task A_session_is_renewed_before_it_ends()
    {
        await using var session = await StartAsync();
        var opened = await session.Connector.AssumeRoleAsync(Role(), default);
        using var api = opened.Api!;
        session.Clock.Advance(TimeSpan.FromMinutes(54));
        var before = await api.SendAsync(WhoAmI, default);
        session.Clock.Advance(TimeSpan.FromMinutes(2));
        var after = await api.SendAsync(WhoAmI, default);

        Assert.Equal(["GetCallerIdentity"], before.Attempts.Select(attempt => attempt.Request.Operation.Action));
        Assert.Equal(["AssumeRole", "GetCallerIdentity"],
            after.Attempts.Select(attempt => attempt.Request.Operation.Action));
        Assert.All(after.Attempts, attempt => Assert.Equal((1, true), (attempt.Number, attempt.IsLast)));
    }

    [Fact]
    public async Task A_renewal_that_fails_early_does_no_harm()
    {
        await using var session = await StartAsync();
        using var api = (await session.Connector.AssumeRoleAsync(Role(), default)).Api!;
        session.Clock.Advance(TimeSpan.FromMinutes(56));
        session.Stub.On(ApiOperations.AssumeRole).Always(Play.Denied);
        var during = await api.SendAsync(WhoAmI, default);
        session.Clock.Advance(TimeSpan.FromMinutes(10));
        var after = await api.SendAsync(WhoAmI, default);

        Assert.Null(during.Failure);
        Assert.Equal(["AccessDenied", null], during.Attempts.Select(attempt => attempt.Error?.Code));
        Assert.Equal(FailureKind.AccessDenied, after.Failure!.Kind);
        Assert.Equal(["AssumeRole"], after.Attempts.Select(attempt => attempt.Request.Operation.Action));
    }

    [Fact]
    public async Task A_session_that_expires_all_the_same_is_renewed_and_the_call_repeated()
    {
        await using var session = await StartAsync();
        using var api = (await session.Connector.AssumeRoleAsync(Role(), default)).Api!;
        session.Stub.ExpireSessions();
        var reply = await api.SendAsync(WhoAmI, default);

        Assert.Null(reply.Failure);
        Assert.Equal(
            [("GetCallerIdentity", 1, false), ("AssumeRole", 1, true), ("GetCallerIdentity", 2, true)],
            reply.Attempts.Select(attempt => (attempt.Request.Operation.Action, attempt.Number, attempt.IsLast)));
    }

    [Fact]
    public async Task Base_credentials_that_have_expired_are_not_asked_with_twice()
    {
        await using var session = await StartAsync();
        session.Stub.On(ApiOperations.GetCallerIdentity).Always(Play.ExpiredToken);
        var reply = await session.SendAsync(ApiOperations.GetCallerIdentity);

        Assert.Equal(FailureKind.ExpiredToken, reply.Failure!.Kind);
        Assert.Single(reply.Attempts);
        Assert.Contains("aws sso login", reply.Failure.Help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_a_day_off_does_not_end_a_session_early()
    {
        await using var session = await StartAsync();
        session.Stub.ClockOffset = TimeSpan.FromDays(-1);
        var opened = await session.Connector.AssumeRoleAsync(Role(), default);
        using var api = opened.Api!;
        var reply = await api.SendAsync(WhoAmI, default);

        Assert.Equal(2, opened.Attempts.Length);
        Assert.Equal(["GetCallerIdentity"],
            reply.Attempts.Select(attempt => attempt.Request.Operation.Action).Distinct());
    }

    [Fact]
    public async Task Two_hundred_roles_are_opened_side_by_side()
    {
        await using var session = await StubSession.StartAsync();
        var accounts = Enumerable.Range(1, 200)
            .Select(number => number.ToString("D12", CultureInfo.InvariantCulture)).ToArray();
        foreach (var account in accounts)
            session.Stub.Add(new ModelAccount(account));
        session.Stub.Refusing.UnionWith(accounts.Where((_, index) => index % 30 == 0));

        var found = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(accounts, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (account, cancellation) =>
            {
                var role = Role() with { RoleArn = RoleRequest.ArnOf("aws", account, "Reader") };
                using var api = (await session.Connector.AssumeRoleAsync(role, cancellation)).Api;
                if (api is null)
                    return;
                var reply = await api.SendAsync(WhoAmI, cancellation);
                Assert.Equal(account, PageReader.Read(WhoAmI.Operation, reply.Body!.Value).Caller!.Account);
                found.Add(account);
            });

        Assert.Equal(193, found.Count);
        Assert.InRange(session.Stub.HighestConcurrency, 1, 8);
        Assert.Empty(session.Stub.Violations);
    }

    private static RoleRequest Role() =>
        new(RoleRequest.ArnOf("aws", Account, "Reader"), "collect", null, RoleRequest.DefaultDuration);

    private static async Task<StubSession> StartAsync()
    {
        var session = await StubSession.StartAsync();
        session.Stub.Add(new ModelAccount(Account));
        return session;
    }
}
