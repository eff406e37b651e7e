using PolicyEval.Collector.Tests.Stub;

namespace PolicyEval.Collector.Tests.Support;

/// <summary>A network on which AWS's own host names lead to the stub.</summary>
internal sealed class RealNames(AwsStub stub) : DelegatingHandler(stub.Network())
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Signatures cover the host, so it stays in its header.
        var asked = request.RequestUri!;
        request.Headers.Host = asked.Authority;
        request.RequestUri = new Uri(stub.Address, asked.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
