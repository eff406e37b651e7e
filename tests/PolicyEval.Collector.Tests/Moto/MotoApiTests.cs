using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Moto;

public sealed class MotoApiTests(MotoServer moto) : IClassFixture<MotoServer>
{
    [MotoFact]
    public async Task Each_operation_is_answered_or_fails_with_a_name()
    {
        await moto.MakeAsync("CreateUser", ("UserName", "anna"));
        using var network = new SocketsHttpHandler { UseProxy = false };
        using var connector = Connector(network);
        using var api = (await connector.OpenAsync(default)).Api!;
        var failures = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var operation in ApiOperations.All.Where(one => one != ApiOperations.AssumeRole))
        {
            var request = operation.Scope == CallScope.User
                ? ApiRequest.For(operation, ("UserName", "anna"))
                : ApiRequest.For(operation);
            var reply = await api.SendAsync(request, default);
            Assert.NotEmpty(reply.Attempts);
            if (reply.Failure is { } failure)
                failures.Add(operation.Permission, $"{failure.Kind} {failure.Error.Code}");
            else
                Assert.Null(PageReader.Read(operation, reply.Body!.Value).Error);
        }

        // What moto 5.2 does not do.
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["iam:GetAccountPasswordPolicy"] = "NoSuchEntity NoSuchEntity",
                ["iam:ListOrganizationsFeatures"] = "ServiceFailure BadResponse",
            },
            failures);
    }

    [MotoFact]
    public async Task A_report_must_be_generated_first()
    {
        using var network = new SocketsHttpHandler { UseProxy = false };
        using var connector = Connector(network);
        using var api = (await connector.AssumeRoleAsync(
            new RoleRequest("arn:aws:iam::444455556666:role/Reader", "test", null, RoleRequest.DefaultDuration),
            default)).Api!;
        var before = await api.SendAsync(ApiRequest.For(ApiOperations.GetCredentialReport), default);
        Assert.Equal(FailureKind.ReportNotPresent, before.Failure!.Kind);

        var caller = await api.SendAsync(ApiRequest.For(ApiOperations.GetCallerIdentity), default);
        Assert.Equal("444455556666", PageReader.Read(ApiOperations.GetCallerIdentity, caller.Body!.Value).Caller!.Account);
    }

    [MotoFact]
    public async Task What_is_longer_than_a_page_comes_page_by_page()
    {
        for (var i = 0; i < 120; i++)
            await moto.MakeAsync("CreateVirtualMFADevice", ("VirtualMFADeviceName", $"device-{i:d3}"));
        using var network = new SocketsHttpHandler { UseProxy = false };
        using var connector = Connector(network);
        using var api = (await connector.OpenAsync(default)).Api!;
        var serials = new List<string>();
        var pages = 0;
        for (var request = ApiRequest.For(ApiOperations.ListVirtualMfaDevices); request is not null; pages++)
        {
            var body = (await api.SendAsync(request, default)).Body!.Value;
            serials.AddRange(Regex.Matches(Encoding.UTF8.GetString(body.Span), "mfa/device-\\d+")
                .Select(match => match.Value));
            request = PageReader.Read(request.Operation, body).Next is { } next ? request.After(next) : null;
        }

        Assert.Equal((2, 120, 120), (pages, serials.Count, serials.Distinct().Count()));
    }

    private AwsConnector Connector(HttpMessageHandler network) => new(
        new AwsOptions { Region = "us-east-1", EndpointUrl = moto.Address },
        new JumpingClock(), network, new BasicAWSCredentials("AKIA" + "MOTO000000000000", "moto-checks-no-secret"));
}
