using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecurityToken;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// The SDK's client of STS, recorded and retried like the others: AssumeRole is all that it is used for.
/// </summary>
internal sealed class SessionClient : AmazonSecurityTokenServiceClient
{
    public SessionClient(
        AWSCredentials credentials, AmazonSecurityTokenServiceConfig config, RecordedRetryPolicy retries)
        : base(credentials, config) =>
        RuntimePipeline.ReplaceHandler<RetryHandler>(new RetryHandler(retries));

    /// <summary>The configuration of a client at that place.</summary>
    public static AmazonSecurityTokenServiceConfig ConfigFor(AwsPlace place, AttemptRecorder recorder)
    {
        var (endpoint, region) = place.EndpointOf("sts");
        var config = new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = endpoint.AbsoluteUri,
            AuthenticationRegion = region,
            UseHttp = endpoint.Scheme == "http",
        };
        ServiceSettings.Apply(config, recorder);
        return config;
    }
}
