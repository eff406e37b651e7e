using Amazon.Runtime;
using PolicyEval.Collector.Aws;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>A stub and a connector that calls it with its base credentials, on a clock that costs no time.</summary>
internal sealed class StubSession : IAsyncDisposable
{
    private readonly HttpMessageHandler _network;
    private IAwsApi? _api;

    private StubSession(AwsStub stub, AwsOptions options, string accessKey, string secret)
    {
        Stub = stub;
        _network = stub.Network();
        Connector = new AwsConnector(
            options with { EndpointUrl = stub.Address }, Clock, _network, new BasicAWSCredentials(accessKey, secret));
    }

    public AwsStub Stub { get; }

    public JumpingClock Clock { get; } = new();

    public AwsConnector Connector { get; }

    public static async Task<StubSession> StartAsync(
        AwsOptions? options = null,
        bool https = false,
        string accessKey = AwsStub.AccessKey,
        string secret = AwsStub.SecretKey) =>
        new(await AwsStub.StartAsync(https), options ?? new AwsOptions { Region = "us-east-1" }, accessKey, secret);

    /// <summary>The reply to a call with the base credentials.</summary>
    public async Task<ApiReply> SendAsync(
        ApiOperation operation, params (string Name, string Value)[] parameters)
    {
        _api ??= (await Connector.OpenAsync(default)).Api!;
        return await _api.SendAsync(ApiRequest.For(operation, parameters), default);
    }

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        Connector.Dispose();
        _network.Dispose();
        await Stub.DisposeAsync();
    }
}
