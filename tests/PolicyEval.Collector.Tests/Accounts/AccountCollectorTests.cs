using PolicyEval.Collector.Plan;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Collector.Tests.Accounts;

public sealed class AccountCollectorTests
{
    public static TheoryData<string> AfterTheCaller =>
    [
        .. CollectionPlan.Account.Select(call => call.Operation.Permission)
            .Where(permission => permission != "sts:GetCallerIdentity"),
    ];

    [Fact]
    public async Task The_calls_are_made_in_the_order_of_the_plan_and_nothing_fails()
    {
        await using var session = await StubSession.StartAsync();

        var collected = await Collecting.CollectAsync(session);

        Assert.Empty(collected.Failures());
        Assert.Equal(
            CollectionPlan.OperationsOf(CollectionPlan.Account),
            collected.Evidence!.Records.Select(record => record.Operation).Distinct());
        Assert.Equal(
            Enumerable.Range(1, collected.Evidence.Records.Length),
            collected.Evidence.Records.Select(record => record.Sequence));
        Assert.Empty(session.Stub.Violations);
    }

    [Fact]
    public async Task Every_record_with_a_body_names_a_page_and_every_page_is_named_once()
    {
        await using var session = await StubSession.StartAsync();

        var evidence = (await Collecting.CollectAsync(session)).Evidence!;

        Assert.Equal(evidence.Pages.Keys, evidence.Records.Select(record => record.File!).Order(StringComparer.Ordinal));
        Assert.Contains("data/raw/iam/ListAccessKeys/0002.xml", evidence.Pages.Keys);
        Assert.All(evidence.Records, record => Assert.NotEqual("", record.RequestId));
        Assert.All(evidence.Records, record => Assert.Matches("^[0-9a-f]{64}$", record.Sha256));
    }

    [Fact]
    public async Task Lists_are_read_to_the_last_page()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.PageSize = 2;
        for (var i = 0; i < 5; i++)
            session.Stub.Management.Users.Add(new ModelUser($"user-{i}"));

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(4, collected.RecordsOf(ApiOperations.ListUsers).Count);
        Assert.Equal(7, collected.RecordsOf(ApiOperations.ListAccessKeys).Count);
        Assert.Contains("user-4", collected.FileOf(EvidenceFiles.Users), StringComparison.Ordinal);
        Assert.Empty(collected.Failures());
    }

    [Theory]
    [MemberData(nameof(AfterTheCaller))]
    public async Task A_refused_call_is_recorded_and_the_rest_is_collected(string permission)
    {
        var refused = ApiOperations.Find(permission)!;
        await using var session = await StubSession.StartAsync();
        session.Stub.On(refused).Always(Play.Denied);

        var collected = await Collecting.CollectAsync(session);

        Assert.Contains((refused.Action, "AccessDenied"), collected.Failures());
        var others = collected.Failures().Where(failure => failure.Action != refused.Action);
        Assert.Equal(
            refused == ApiOperations.ListUsers
                ? [("ListMFADevices", "NotCalled"), ("ListAccessKeys", "NotCalled")]
                : [],
            others);
        Assert.Equal(
            CollectionPlan.OperationsOf(CollectionPlan.Account),
            collected.Evidence!.Records.Select(record => record.Operation).Distinct());
    }

    [Theory]
    [MemberData(nameof(AfterTheCaller))]
    public async Task A_failing_service_is_retried_recorded_and_survived(string permission)
    {
        var failing = ApiOperations.Find(permission)!;
        await using var session = await StubSession.StartAsync();
        session.Stub.On(failing).Then(2, Play.ServerError).Then(Play.Throttle, Play.Cut);

        var collected = await Collecting.CollectAsync(session);

        Assert.Empty(collected.Failures());
        Assert.Equal(
            ["ServiceFailure", "ServiceFailure", "Throttling", "ConnectionFailed", ""],
            collected.CodesOf(failing).Take(5));
        Assert.Equal([1, 2, 3, 4, 5], collected.RecordsOf(failing).Take(5).Select(record => record.Attempt));
    }

    [Fact]
    public async Task A_repeated_marker_ends_the_list_and_fails_it()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.ListServerCertificates).Always(Play.RepeatMarker);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal([("ListServerCertificates", "RepeatedMarker")], collected.Failures());
        Assert.Equal(2, collected.RecordsOf(ApiOperations.ListServerCertificates).Count);
        Assert.Contains("RepeatedMarker", collected.FileOf(EvidenceFiles.ServerCertificates), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_list_of_users_nothing_is_asked_user_by_user()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.PageSize = 1;
        session.Stub.On(ApiOperations.ListUsers).Then(Play.Answer).Always(Play.Denied);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(["NotCalled"], collected.CodesOf(ApiOperations.ListMfaDevices));
        Assert.Equal(["NotCalled"], collected.CodesOf(ApiOperations.ListAccessKeys));
        Assert.Empty(session.Stub.RequestsOf(ApiOperations.ListAccessKeys));
    }

    [Fact]
    public async Task A_user_who_was_deleted_meanwhile_leaves_no_gap()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.ListAccessKeys)
            .Then(Play.Failing(404, "NoSuchEntity", "The user with name anna.audit cannot be found."));

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(["NoSuchEntity", ""], collected.CodesOf(ApiOperations.ListAccessKeys));
        Assert.DoesNotContain("Error", collected.FileOf(EvidenceFiles.AccessKeys), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_is_named_like_a_key_is_asked_for_by_the_real_name()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.PageSize = 1;
        var name = "AKIA" + "IOSFODNN7EXAMPLE";
        session.Stub.Management.Users.Add(
            new ModelUser(name) { HasMfa = true, AccessKeys = ["AKIA" + "MODELKEY00000002"] });

        var collected = await Collecting.CollectAsync(session);

        Assert.Empty(collected.Failures());
        Assert.Contains(session.Stub.RequestsOf(ApiOperations.ListMfaDevices), request =>
            request.Parameters["UserName"] == name);
        Assert.Contains(collected.RecordsOf(ApiOperations.ListMfaDevices), record =>
            record.Parameter("UserName") == "****************MPLE");
        Assert.DoesNotContain(collected.Evidence!.Records, record => record.Parameter("UserName") == name);
        Assert.Contains("****************MPLE", collected.FileOf("mfa-devices.json"), StringComparison.Ordinal);
        Assert.Contains("****************MPLE", collected.FileOf("access-keys.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_whose_names_are_written_the_same_are_not_taken_for_one()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.Management.Users.Add(new ModelUser("AKIA" + "IOSFODNN7EXAMPLE") { HasMfa = true });
        session.Stub.Management.Users.Add(new ModelUser("AKIA" + "IOSFODNN8EXAMPLE"));

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(
            [("ListMFADevices", "NotCalled"), ("ListAccessKeys", "NotCalled")], collected.Failures());
        Assert.Contains("NotCalled", collected.FileOf("mfa-devices.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_refused_users_in_a_row_spare_the_others()
    {
        await using var session = await StubSession.StartAsync();
        for (var i = 0; i < 20; i++)
            session.Stub.Management.Users.Add(new ModelUser($"user-{i}"));
        session.Stub.On(ApiOperations.ListMfaDevices).Always(Play.Denied);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(
            ["AccessDenied", "AccessDenied", "AccessDenied", "NotCalled"],
            collected.CodesOf(ApiOperations.ListMfaDevices));
        Assert.Equal(22, collected.RecordsOf(ApiOperations.ListAccessKeys).Count);
    }

    [Fact]
    public async Task Credentials_that_end_in_the_middle_are_recorded_for_every_call_that_is_left()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GetAccountSummary).Always(Play.InvalidToken);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(["InvalidClientTokenId"], collected.CodesOf(ApiOperations.GetAccountSummary));
        Assert.Equal(
            CollectionPlan.OperationsOf(CollectionPlan.Account),
            collected.Evidence!.Records.Select(record => record.Operation).Distinct());
        Assert.All(
            collected.Failures().Skip(1), failure => Assert.Equal("NotCalled", failure.Code));
        Assert.DoesNotContain("Error", collected.FileOf(EvidenceFiles.Users), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_expires_in_the_middle_is_renewed()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.Add(new ModelAccount("444455556666"));
        var collected = await Collecting.AssumeAsync(session, "444455556666", "444455556666", stage =>
        {
            if (stage == "iam:GetAccountSummary")
                session.Stub.ExpireSessions();
        });

        // Only the management account may ask this; it is no failure.
        Assert.Equal(
            [("ListOrganizationsFeatures", "AccountNotManagementOrDelegatedAdministrator")], collected.Failures());
        Assert.Equal(["ExpiredToken", ""], collected.CodesOf(ApiOperations.GetAccountSummary));
        Assert.Equal(2, collected.RecordsOf(ApiOperations.AssumeRole).Count);
        Assert.All(collected.RecordsOf(ApiOperations.AssumeRole), record => Assert.Null(record.File));
    }

    [Fact]
    public async Task A_session_of_another_account_makes_no_evidence()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.Add(new ModelAccount("444455556666"));

        var collected = await Collecting.AssumeAsync(session, "444455556666", "777788889999");

        Assert.Null(collected.Evidence);
        Assert.Contains("444455556666", collected.Reason, StringComparison.Ordinal);
        Assert.Contains("777788889999", collected.Reason, StringComparison.Ordinal);
        Assert.Empty(session.Stub.RequestsOf(ApiOperations.GetCredentialReport));
    }

    [Fact]
    public async Task A_role_that_cannot_be_assumed_is_named_with_its_error()
    {
        await using var session = await StubSession.StartAsync();

        var collected = await Collecting.AssumeAsync(session, "444455556666", "444455556666");

        Assert.Null(collected.Evidence);
        Assert.StartsWith("sts:AssumeRole: AccessDenied: ", collected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_is_not_known_makes_no_evidence()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GetCallerIdentity).Always(Play.InvalidToken);

        var collected = await Collecting.CollectAsync(session);

        Assert.Null(collected.Evidence);
        Assert.StartsWith(
            "sts:GetCallerIdentity: InvalidClientTokenId: ", collected.Reason, StringComparison.Ordinal);
    }
}
