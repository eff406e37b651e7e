using System.Text;
using PolicyEval.Collector.Accounts;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Accounts;

public sealed class AccountCallsTests
{
    [Fact]
    public async Task A_list_without_an_end_ends()
    {
        using var api = new EndlessApi();
        var log = new EvidenceLog(new JumpingClock());
        var calls = new AccountCalls(api, log, _ => { });

        var failure = await calls.SendAllAsync(
            ApiRequest.For(ApiOperations.ListAccountAliases), onPage: null, CancellationToken.None);

        Assert.Equal("TooManyPages", failure!.Error.Code);
        Assert.Equal(("TooManyPages", 20_000), (log.Records[^1].Error!.Code, log.Records.Length));
    }

    [Fact]
    public async Task Every_further_attempt_is_told()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GetAccountSummary).Then(Play.ServerError).Then(Play.ServerError);
        var stages = new List<string>();

        var opened = await session.Connector.OpenAsync(CancellationToken.None);
        using var api = opened.Api!;
        var calls = new AccountCalls(api, new EvidenceLog(new JumpingClock()), stages.Add);
        await calls.SendAsync(ApiRequest.For(ApiOperations.GetAccountSummary), CancellationToken.None);

        Assert.Equal(
            ["iam:GetAccountSummary", "iam:GetAccountSummary, attempt 2", "iam:GetAccountSummary, attempt 3"], stages);
    }

    [Fact]
    public async Task Three_silent_calls_in_a_row_end_the_asking()
    {
        using var api = new SilentApi();
        var log = new EvidenceLog(new JumpingClock());
        var calls = new AccountCalls(api, log, _ => { });

        for (var i = 0; i < 5; i++)
            await calls.SendAsync(ApiRequest.For(ApiOperations.GetAccountSummary), CancellationToken.None);

        Assert.Equal(3, api.Calls);
        Assert.Equal(
            ["TimedOut", "TimedOut", "TimedOut", "NotCalled", "NotCalled"],
            log.Records.Select(record => record.Error!.Code));
    }

    private sealed class EndlessApi : IAwsApi
    {
        private int _page;

        public Task<ApiReply> SendAsync(
            ApiRequest request, CancellationToken cancellation, Action<int>? onAttempt = null) =>
            Task.FromResult(new ApiReply
            {
                Attempts = [new ApiAttempt { Request = request, SentAt = DateTimeOffset.UnixEpoch }],
                Body = Encoding.UTF8.GetBytes(
                    "<ListAccountAliasesResponse><ListAccountAliasesResult><AccountAliases/>"
                    + $"<IsTruncated>true</IsTruncated><Marker>page-{++_page}</Marker>"
                    + "</ListAccountAliasesResult></ListAccountAliasesResponse>"),
            });

        public void Dispose()
        {
            // Nothing is held.
        }
    }

    private sealed class SilentApi : IAwsApi
    {
        public int Calls { get; private set; }

        public Task<ApiReply> SendAsync(
            ApiRequest request, CancellationToken cancellation, Action<int>? onAttempt = null)
        {
            Calls++;
            var error = new CallError("TimedOut", "No answer came in time.");
            return Task.FromResult(new ApiReply
            {
                Attempts = [new ApiAttempt { Request = request, SentAt = DateTimeOffset.UnixEpoch, Error = error }],
                Failure = new Failure(FailureKind.TimedOut, error),
            });
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
