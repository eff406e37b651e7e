using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// A client of IAM, STS or Organizations on the SDK's runtime, which signs, corrects the clock and retries. It knows
/// no operation by itself: only an <see cref="ApiRequest"/> can be sent.
/// </summary>
internal sealed class ServiceClient(AWSCredentials credentials, ServiceConfig config)
    : AmazonServiceClient(credentials, config)
{
    private static readonly IMarshaller<IRequest, AmazonWebServiceRequest> Marshaller = new ServiceRequestMarshaller();

    /// <summary>Sends the call of the trace; what comes back stands there afterwards.</summary>
    /// <exception cref="AmazonClientException">The call failed, as the trace says.</exception>
    public Task<AmazonWebServiceResponse> SendAsync(CallTrace trace, CancellationToken cancellation)
    {
        var options = new InvokeOptions
        {
            RequestMarshaller = Marshaller,
            ResponseUnmarshaller = new ServiceAnswerUnmarshaller(trace),
        };
        return InvokeAsync<AmazonWebServiceResponse>(new ServiceRequest(trace.Request), options, cancellation);
    }

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new BaseEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureResolver());
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(((ServiceConfig)Config).Retries));
    }
}
