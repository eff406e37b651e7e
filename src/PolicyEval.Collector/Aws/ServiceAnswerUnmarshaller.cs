using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// Tells the SDK what the recorder found: the body was read there, and is kept as it came. The error's code is what
/// the SDK corrects the clock by.
/// </summary>
internal sealed class ServiceAnswerUnmarshaller(CallTrace trace) : XmlResponseUnmarshaller
{
    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context) => trace.Failure is { } failure
        ? throw new AmazonServiceException(failure.Error.Message) { ErrorCode = failure.Error.Code }
        : new AmazonWebServiceResponse();

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var error = trace.Failure?.Error;
        return new AmazonServiceException(
            error?.Message ?? "", innerException, ErrorType.Unknown, error?.Code ?? "", "", statusCode);
    }
}
