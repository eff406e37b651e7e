using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// Writes a call in its service's protocol: AWS Query for IAM (2010-05-08) and STS (2011-06-15), AWS JSON 1.1 for
/// Organizations (2016-11-28).
/// </summary>
internal sealed class ServiceRequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private const string OrganizationsTarget = "AWSOrganizationsV20161128.";

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var call = ((ServiceRequest)input).Request;
        var request = new DefaultRequest(input, ServiceName(call)) { HttpMethod = "POST", ResourcePath = "/" };
        if (call.Operation.Service == "organizations")
        {
            request.Headers["Content-Type"] = "application/x-amz-json-1.1";
            request.Headers["X-Amz-Target"] = OrganizationsTarget + call.Operation.Action;
            request.Content = Json(call);
            return request;
        }

        request.Parameters.Add("Action", call.Operation.Action);
        request.Parameters.Add("Version", call.Operation.Service == "iam" ? "2010-05-08" : "2011-06-15");
        foreach (var (name, value) in call.Parameters)
            request.Parameters.Add(name, value);
        return request;
    }

    private static string ServiceName(ApiRequest call) => call.Operation.Service switch
    {
        "iam" => "AmazonIdentityManagementService",
        "sts" => "AmazonSecurityTokenService",
        _ => "AWSOrganizations",
    };

    private static byte[] Json(ApiRequest call)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in call.Parameters)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
