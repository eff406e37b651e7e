using Amazon.Runtime;

namespace PolicyEval.Collector.Aws;

/// <summary>A call, as the SDK's pipeline carries it.</summary>
internal sealed class ServiceRequest(ApiRequest request) : AmazonWebServiceRequest
{
    /// <summary>The call.</summary>
    public ApiRequest Request { get; } = request;
}
