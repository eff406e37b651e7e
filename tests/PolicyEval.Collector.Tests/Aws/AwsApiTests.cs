using System.Security.Cryptography;
using System.Text;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Aws;

public sealed class AwsApiTests
{
    public static TheoryData<string> Permissions =>
        [.. ApiOperations.All.Where(one => one != ApiOperations.AssumeRole).Select(one => one.Permission)];

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task Every_operation_is_signed_as_AWS_wants_it_and_answered(string permission)
    {
        var operation = ApiOperations.Find(permission)!;
        await using var session = await StubSession.StartAsync();
        var reply = operation.Scope == CallScope.User
            ? await session.SendAsync(operation, ("UserName", "anna.audit"))
            : await session.SendAsync(operation);

        Assert.Null(reply.Failure);
        Assert.Empty(session.Stub.Violations);
        Assert.Null(PageReader.Read(operation, reply.Body!.Value).Error);
        var attempt = Assert.Single(reply.Attempts);
        Assert.Equal((200, 1, true), (attempt.HttpStatus, attempt.Number, attempt.IsLast));
        Assert.Equal(permission, session.Stub.Requests.Select(one => $"{one.Service}:{one.Action}").Single());
    }

    [Fact]
    public async Task An_attempt_holds_what_its_record_needs()
    {
        await using var session = await StubSession.StartAsync();
        var reply = await session.SendAsync(ApiOperations.GetAccountSummary);
        Assert.Null(reply.Failure);
        var attempt = Assert.Single(reply.Attempts);
        var body = reply.Body!.Value;

        Assert.Same(ApiOperations.GetAccountSummary, attempt.Request.Operation);
        Assert.Equal(session.Stub.Address.GetLeftPart(UriPartial.Authority), attempt.Endpoint);
        Assert.Equal("us-east-1", attempt.Region);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 4, 5, 6, TimeSpan.Zero), attempt.SentAt);
        Assert.Equal("text/xml", attempt.MediaType);
        Assert.Equal(body.Length, attempt.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(body.Span)), attempt.Sha256);
        Assert.Contains(attempt.RequestId, Encoding.UTF8.GetString(body.Span), StringComparison.Ordinal);
        Assert.InRange(attempt.RespondedAt!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(-1), TimeSpan.Zero);
        Assert.Null(attempt.Error);
    }
}
