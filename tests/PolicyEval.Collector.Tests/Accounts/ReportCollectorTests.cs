using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Collector.Tests.Accounts;

public sealed class ReportCollectorTests
{
    [Fact]
    public async Task A_slow_report_is_waited_for_with_growing_pauses()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GenerateCredentialReport)
            .Then(Play.Generating("STARTED"))
            .Then(4, Play.Generating("INPROGRESS"));

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal([1, 2, 4, 8, 15], session.Clock.Pauses.Select(pause => pause.TotalSeconds));
        Assert.Equal(6, collected.RecordsOf(ApiOperations.GenerateCredentialReport).Count);
        Assert.Equal([""], collected.CodesOf(ApiOperations.GetCredentialReport));
        Assert.StartsWith("user,arn,", collected.FileOf(EvidenceFiles.CredentialReport), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_never_ready_is_given_up_when_the_time_is_up()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GenerateCredentialReport).Always(Play.Generating("INPROGRESS"));
        session.Stub.On(ApiOperations.GetCredentialReport).Always(Play.ReportInProgress);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(Collecting.ReportTimeout, TimeSpan.FromTicks(session.Clock.Pauses.Sum(pause => pause.Ticks)));
        Assert.Equal(
            ["ReportInProgress", "ReportNotReady"], collected.CodesOf(ApiOperations.GetCredentialReport));
        Assert.Contains(
            "--report-timeout", collected.RecordsOf(ApiOperations.GetCredentialReport)[^1].Error!.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "ReportNotReady", collected.FileOf(EvidenceFiles.CredentialReportAnswer), StringComparison.Ordinal);
        Assert.Equal([""], collected.CodesOf(ApiOperations.ListUsers));
    }

    [Fact]
    public async Task Where_generating_is_refused_an_older_report_is_fetched()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GenerateCredentialReport).Always(Play.Denied);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal([("GenerateCredentialReport", "AccessDenied")], collected.Failures());
        Assert.StartsWith("user,arn,", collected.FileOf(EvidenceFiles.CredentialReport), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_generating_is_refused_and_there_is_no_report_both_are_named()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GenerateCredentialReport).Always(Play.Denied);
        session.Stub.On(ApiOperations.GetCredentialReport).Always(Play.ReportNotPresent);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(
            [("GenerateCredentialReport", "AccessDenied"), ("GetCredentialReport", "ReportNotPresent")],
            collected.Failures());
    }

    [Theory]
    [InlineData("ReportExpired")]
    [InlineData("ReportNotPresent")]
    public async Task A_report_that_expired_or_is_gone_is_generated_anew(string code)
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GetCredentialReport)
            .Then(code == "ReportExpired" ? Play.ReportExpired : Play.ReportNotPresent);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal([code, ""], collected.CodesOf(ApiOperations.GetCredentialReport));
        Assert.Equal(2, collected.RecordsOf(ApiOperations.GenerateCredentialReport).Count);
    }

    [Fact]
    public async Task A_report_that_always_expires_is_given_up()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GetCredentialReport).Always(Play.ReportExpired);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(3, collected.RecordsOf(ApiOperations.GenerateCredentialReport).Count);
        Assert.Equal(("GetCredentialReport", "ReportExpired"), collected.Failures().Last());
    }

    [Fact]
    public async Task A_report_in_progress_is_polled_on()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GetCredentialReport).Then(3, Play.ReportInProgress);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(
            ["ReportInProgress", "ReportInProgress", "ReportInProgress", ""],
            collected.CodesOf(ApiOperations.GetCredentialReport));
        Assert.DoesNotContain(
            "Error", collected.FileOf(EvidenceFiles.CredentialReportAnswer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exceeded_limit_is_waited_for()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GenerateCredentialReport).Then(2, Play.LimitExceeded);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(
            ["LimitExceeded", "LimitExceeded", ""], collected.CodesOf(ApiOperations.GenerateCredentialReport));
        Assert.Equal([""], collected.CodesOf(ApiOperations.GetCredentialReport));
    }

    [Fact]
    public async Task A_limit_that_stays_exceeded_is_the_failure_that_is_named()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GenerateCredentialReport).Always(Play.LimitExceeded);
        session.Stub.On(ApiOperations.GetCredentialReport).Always(Play.ReportNotPresent);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal("LimitExceeded", collected.CodesOf(ApiOperations.GenerateCredentialReport).Last());
        Assert.Equal("ReportNotPresent", collected.CodesOf(ApiOperations.GetCredentialReport).Last());
        Assert.True(TimeSpan.FromTicks(session.Clock.Pauses.Sum(pause => pause.Ticks)) <= Collecting.ReportTimeout);
    }

    [Fact]
    public async Task Throttling_beyond_the_retries_is_waited_for_too()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GenerateCredentialReport).Then(8, Play.Throttle);

        var collected = await Collecting.CollectAsync(session);

        Assert.Equal(8, collected.CodesOf(ApiOperations.GenerateCredentialReport).Count(code => code == "Throttling"));
        Assert.Equal([""], collected.CodesOf(ApiOperations.GetCredentialReport));
    }
}
