using System.Text;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Aws;

public sealed class FailureTests
{
    [Theory]
    [InlineData("ReportNotPresent", 410, nameof(FailureKind.ReportNotPresent))]
    [InlineData("ReportExpired", 410, nameof(FailureKind.ReportExpired))]
    [InlineData("ReportInProgress", 404, nameof(FailureKind.ReportInProgress))]
    [InlineData("LimitExceeded", 409, nameof(FailureKind.LimitExceeded))]
    [InlineData("AccessDenied", 403, nameof(FailureKind.AccessDenied))]
    [InlineData("AccessDeniedException", 400, nameof(FailureKind.AccessDenied))]
    [InlineData("NoSuchEntity", 404, nameof(FailureKind.NoSuchEntity))]
    [InlineData("AccountNotManagementOrDelegatedAdministrator", 400, nameof(FailureKind.NotManagementAccount))]
    [InlineData("AWSOrganizationsNotInUseException", 400, nameof(FailureKind.NotManagementAccount))]
    [InlineData("InvalidClientTokenId", 403, nameof(FailureKind.InvalidToken))]
    [InlineData("UnrecognizedClientException", 400, nameof(FailureKind.InvalidToken))]
    [InlineData("SignatureDoesNotMatch", 403, nameof(FailureKind.InvalidToken))]
    [InlineData("ExpiredToken", 403, nameof(FailureKind.ExpiredToken))]
    [InlineData("ValidationError", 400, nameof(FailureKind.Refused))]
    public async Task What_AWS_refuses_is_told_apart_and_not_asked_again(string code, int status, string kind)
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.GetCredentialReport).Always(Play.Failing(status, code, "Because."));
        var reply = await session.SendAsync(ApiOperations.GetCredentialReport);

        Assert.Equal(kind, reply.Failure!.Kind.ToString());
        Assert.Equal(new CallError(code, "Because."), reply.Failure.Error);
        Assert.False(reply.Failure.IsTransient);
        var attempt = Assert.Single(reply.Attempts);
        Assert.Equal((status, reply.Failure.Error), (attempt.HttpStatus!.Value, attempt.Error!));
        Assert.NotEmpty(attempt.RequestId);
        Assert.NotNull(reply.Body);
    }

    [Theory]
    [InlineData("iam:ListUsers")]
    [InlineData("iam:GetAccountAuthorizationDetails")]
    [InlineData("organizations:ListAccounts")]
    public async Task A_denied_call_names_the_permission(string permission)
    {
        var operation = ApiOperations.Find(permission)!;
        await using var session = await StubSession.StartAsync();
        session.Stub.On(operation).Always(Play.Denied);
        var reply = await session.SendAsync(operation);

        Assert.Equal(FailureKind.AccessDenied, reply.Failure!.Kind);
        Assert.Contains(permission, reply.Failure.Help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_key_makes_the_partition_asked_and_the_region_option_known()
    {
        await using var session = await StubSession.StartAsync(accessKey: "AKIA" + "NOBODYSKEY000000");
        var reply = await session.SendAsync(ApiOperations.GetCallerIdentity);

        Assert.Equal(FailureKind.InvalidToken, reply.Failure!.Kind);
        Assert.Contains("partition aws (us-east-1)", reply.Failure.Help, StringComparison.Ordinal);
        Assert.Contains("--region", reply.Failure.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(302)]
    [InlineData(407)]
    public async Task A_proxy_in_place_of_AWS_is_recognised_and_not_asked_again(int status)
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.ListUsers).Always(Play.Html(status));
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Equal((FailureKind.BadResponse, "BadResponse"), (reply.Failure!.Kind, reply.Failure.Error.Code));
        Assert.Contains("text/html", reply.Failure.Error.Message, StringComparison.Ordinal);
        Assert.Contains("PROXY", reply.Failure.Help, StringComparison.Ordinal);
        Assert.Single(reply.Attempts);
    }

    [Fact]
    public async Task The_answer_of_another_operation_is_no_answer()
    {
        await using var session = await StubSession.StartAsync();
        var other = StubXml.Answer("ListRoles", "https://iam.amazonaws.com/doc/2010-05-08/", "", "id");
        session.Stub.On(ApiOperations.ListUsers).Always(new Play { Status = 200, Body = other });
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Equal(FailureKind.BadResponse, reply.Failure!.Kind);
    }

    [Fact]
    public async Task An_answer_with_a_wrong_content_type_is_still_one_and_the_type_recorded()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.On(ApiOperations.ListUsers).Always(new Play { AnswersAs = "application/octet-stream" });
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Null(reply.Failure);
        Assert.Equal("application/octet-stream", Assert.Single(reply.Attempts).MediaType);
    }

    [Fact]
    public async Task A_wrong_secret_is_named_and_the_signed_request_not_quoted()
    {
        await using var session = await StubSession.StartAsync(secret: "another-secret-that-opens-nothing");
        var reply = await session.SendAsync(ApiOperations.GetCallerIdentity);

        Assert.Equal(FailureKind.InvalidToken, reply.Failure!.Kind);
        Assert.StartsWith("The request signature we calculated", reply.Failure.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Canonical", reply.Failure.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reply.Failure.Error.Message);
    }

    [Fact]
    public async Task A_body_that_quotes_the_session_token_is_not_handed_on()
    {
        await using var session = await StubSession.StartAsync();
        session.Stub.Add(new ModelAccount("444455556666"));
        var role = new RoleRequest(
            "arn:aws:iam::444455556666:role/Reader", "test", null, RoleRequest.DefaultDuration);
        using var api = (await session.Connector.AssumeRoleAsync(role, default)).Api!;
        var token = session.Stub.OpenSession("444455556666").Token;
        session.Stub.On(ApiOperations.ListUsers).Always(Play.Failing(403, "SignatureDoesNotMatch", $"x {token} y"));
        var reply = await api.SendAsync(ApiRequest.For(ApiOperations.ListUsers), default);

        Assert.Equal("x (secret) y", reply.Failure!.Error.Message);
        Assert.Null(reply.Body);
        Assert.Equal(64, Assert.Single(reply.Attempts).Sha256.Length);
    }

    [Fact]
    public async Task Nothing_listening_is_a_lost_connection()
    {
        await using var session = await StubSession.StartAsync();
        var address = session.Stub.Address;
        await session.Stub.DisposeAsync();
        var reply = await session.SendAsync(ApiOperations.ListUsers);

        Assert.Equal((FailureKind.ConnectionFailed, "ConnectionFailed"),
            (reply.Failure!.Kind, reply.Failure.Error.Code));
        Assert.Equal(6, reply.Attempts.Length);
        Assert.All(reply.Attempts, attempt =>
        {
            Assert.Null(attempt.HttpStatus);
            Assert.Equal($"http://127.0.0.1:{address.Port}", attempt.Endpoint);
        });
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_stops_at_once()
    {
        await using var stub = await AwsStub.StartAsync(https: true);
        using var network = new SocketsHttpHandler { UseProxy = false };
        var options = new AwsOptions { Region = "us-east-1", EndpointUrl = stub.Address };
        using var connector = new AwsConnector(
            options, new JumpingClock(), network, new Amazon.Runtime.BasicAWSCredentials("AKIA", "secret"));
        using var api = (await connector.OpenAsync(default)).Api!;
        var reply = await api.SendAsync(ApiRequest.For(ApiOperations.ListUsers), default);

        Assert.Equal(FailureKind.ConnectionFailed, reply.Failure!.Kind);
        Assert.StartsWith("No secure connection", reply.Failure.Error.Message, StringComparison.Ordinal);
        Assert.Single(reply.Attempts);
        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task A_trusted_certificate_is_all_that_https_needs()
    {
        await using var session = await StubSession.StartAsync(https: true);
        var reply = await session.SendAsync(ApiOperations.GetCallerIdentity);

        Assert.Null(reply.Failure);
        Assert.StartsWith("https://127.0.0.1:", Assert.Single(reply.Attempts).Endpoint, StringComparison.Ordinal);
        Assert.Contains(
            ModelAccount.DefaultId, Encoding.UTF8.GetString(reply.Body!.Value.Span), StringComparison.Ordinal);
    }
}
