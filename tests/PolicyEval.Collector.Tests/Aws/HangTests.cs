using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Aws;

public sealed class HangTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_attempt_without_an_end_is_given_up_and_made_again(bool inBody)
    {
        // Long enough for an answer on a busy machine.
        var options = new AwsOptions { Region = "us-east-1", AttemptTimeout = TimeSpan.FromSeconds(2) };
        await using var session = await StubSession.StartAsync(options);
        session.Stub.On(ApiOperations.ListUsers).Then(inBody ? Play.HangInBody : Play.Hang);
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Null(reply.Failure);
        Assert.Equal(["TimedOut", null], reply.Attempts.Select(attempt => attempt.Error?.Code));
        Assert.Equal(inBody ? 200 : null, reply.Attempts[0].HttpStatus);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_always_hangs_ends_as_timed_out(bool inBody)
    {
        var options = new AwsOptions
        {
            Region = "us-east-1",
            AttemptTimeout = TimeSpan.FromMilliseconds(200),
            MaxAttempts = 3,
        };
        await using var session = await StubSession.StartAsync(options);
        session.Stub.On(ApiOperations.ListUsers).Always(inBody ? Play.HangInBody : Play.Hang);
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Equal((FailureKind.TimedOut, "TimedOut"), (reply.Failure!.Kind, reply.Failure.Error.Code));
        Assert.Contains("0.2 s", reply.Failure.Error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(reply.Failure.Help);
        Assert.Equal(3, reply.Attempts.Length);
        Assert.Null(reply.Body);
    }
}
