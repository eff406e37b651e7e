using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Aws;

public sealed class RetryTests
{
    private static readonly AwsOptions Options = new() { Region = "us-east-1" };

    [Fact]
    public async Task A_burst_of_throttling_is_waited_out_with_growing_pauses()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.ListUsers).Then(4, Play.Throttle);
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Null(reply.Failure);
        Assert.Equal([1, 2, 3, 4, 5], reply.Attempts.Select(attempt => attempt.Number));
        Assert.Equal([false, false, false, false, true], reply.Attempts.Select(attempt => attempt.IsLast));
        Assert.Equal(["Throttling", "Throttling", "Throttling", "Throttling", null],
            reply.Attempts.Select(attempt => attempt.Error?.Code));
        Assert.Equal(4, session.Clock.Pauses.Count);
        Assert.All(session.Clock.Pauses.Select((pause, index) => pause.TotalSeconds / Math.Pow(2, index)),
            pause => Assert.InRange(pause, 0.25, 0.5));
    }

    [Fact]
    public async Task Throttling_without_an_end_ends_as_such()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.ListUsers).Always(Play.Throttle);
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Equal(FailureKind.Throttled, reply.Failure!.Kind);
        Assert.Equal("Throttling", reply.Failure.Error.Code);
        Assert.Equal(6, reply.Attempts.Length);
        Assert.Equal(6, session.Stub.Requests.Count);
    }

    [Fact]
    public async Task A_call_ends_with_the_time_that_it_may_take()
    {
        await using var session = await StubSession.StartAsync(
            new AwsOptions { Region = "us-east-1", MaxAttempts = 1000, CallTimeout = TimeSpan.FromSeconds(30) });
        session.Stub.On(ApiOperations.ListUsers).Always(Play.ServerError);
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Equal(FailureKind.ServiceFailure, reply.Failure!.Kind);
        Assert.InRange(session.Clock.Pauses.Sum(pause => pause.TotalSeconds), 30, 50);
    }

    [Theory]
    [InlineData("Cut", nameof(FailureKind.ConnectionFailed))]
    [InlineData("CutInBody", nameof(FailureKind.ConnectionFailed))]
    [InlineData("Truncated", nameof(FailureKind.BadResponse))]
    [InlineData("ServerError", nameof(FailureKind.ServiceFailure))]
    [InlineData("Html502", nameof(FailureKind.ServiceFailure))]
    [InlineData("Html200", nameof(FailureKind.BadResponse))]
    [InlineData("TooMany", nameof(FailureKind.Throttled))]
    public async Task What_may_pass_is_asked_for_again_and_named_where_it_stays(string name, string kind)
    {
        await using var once = await StubSession.StartAsync(Options);
        once.Stub.On(ApiOperations.GetCredentialReport).Then(PlayOf(name));
        var whole = await once.SendAsync(ApiOperations.GetCredentialReport);
        Assert.Null(whole.Failure);
        Assert.Equal(2, whole.Attempts.Length);
        Assert.NotNull(whole.Attempts[0].Error);
        Assert.Equal(once.Stub.Management.ReportBytes(),
            PageReader.Read(ApiOperations.GetCredentialReport, whole.Body!.Value).Report!.Value.ToArray());

        await using var always = await StubSession.StartAsync(Options with { MaxAttempts = 3 });
        always.Stub.On(ApiOperations.GetCredentialReport).Always(PlayOf(name));
        var lost = await always.SendAsync(ApiOperations.GetCredentialReport);
        Assert.Equal(kind, lost.Failure!.Kind.ToString());
        Assert.Equal(3, lost.Attempts.Length);
        Assert.All(lost.Attempts, attempt => Assert.Equal(lost.Failure.Error.Code, attempt.Error!.Code));
        Assert.NotEmpty(lost.Failure.Help);
    }

    [Fact]
    public async Task A_body_that_was_cut_is_no_body()
    {
        await using var session = await StubSession.StartAsync(Options with { MaxAttempts = 1 });
        session.Stub.On(ApiOperations.ListUsers).Always(Play.CutInBody);
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        var attempt = Assert.Single(reply.Attempts);
        Assert.Equal((200, 100L, ""), (attempt.HttpStatus, attempt.Bytes, attempt.Sha256));
        Assert.Null(reply.Body);
    }

    [Fact]
    public async Task A_body_without_an_end_is_an_error_and_asked_for_once()
    {
        await using var session = await StubSession.StartAsync(Options with { MaxBodyBytes = 200 });
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Equal(FailureKind.BadResponse, reply.Failure!.Kind);
        Assert.Contains("200 bytes", reply.Failure.Error.Message, StringComparison.Ordinal);
        Assert.Single(reply.Attempts);
        Assert.Null(reply.Body);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    [InlineData(60 * 24)]
    public async Task A_clock_that_is_wrong_by_minutes_is_corrected(int minutes)
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.ClockOffset = TimeSpan.FromMinutes(minutes);
        var first = await session.SendAsync(ApiOperations.GetAccountSummary);
        var second = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Null(first.Failure);
        Assert.Equal([403, 200], first.Attempts.Select(attempt => attempt.HttpStatus));
        Assert.Equal("SignatureDoesNotMatch", first.Attempts[0].Error!.Code);
        // The correction is kept for what comes after.
        Assert.Single(second.Attempts);
        var offset = first.Attempts[0].RespondedAt!.Value - DateTimeOffset.UtcNow;
        Assert.InRange(offset.TotalMinutes, minutes - 1, minutes + 1);
    }

    [Fact]
    public async Task A_wrong_clock_is_corrected_for_organizations_too()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.ClockOffset = TimeSpan.FromMinutes(-10);
        var reply = await session.SendAsync(ApiOperations.ListAccounts);

        Assert.Null(reply.Failure);
        Assert.Equal("InvalidSignatureException", reply.Attempts[0].Error!.Code);
        Assert.Equal(2, reply.Attempts.Length);
    }

    [Fact]
    public async Task Cancelling_stops_a_call_that_hangs()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.ListUsers).Always(Play.Hang);
        using var api = (await session.Connector.OpenAsync(default)).Api!;
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => api.SendAsync(ApiRequest.For(ApiOperations.ListUsers), cancellation.Token));
    }

    private static Play PlayOf(string name) => name switch
    {
        "Cut" => Play.Cut,
        "CutInBody" => Play.CutInBody,
        "Truncated" => Play.Truncated,
        "ServerError" => Play.ServerError,
        "Html502" => Play.Html(502),
        "Html200" => Play.Html(200),
        _ => Play.Failing(429, "TooManyRequestsException", "Slow down."),
    };
}
