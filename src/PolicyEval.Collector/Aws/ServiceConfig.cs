using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using AwsEndpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace PolicyEval.Collector.Aws;

/// <summary>How a <see cref="ServiceClient"/> reaches its service.</summary>
internal sealed class ServiceConfig : ClientConfig, IEndpointProvider
{
    private static readonly DefaultConfigurationProvider Defaults =
        new([new DefaultConfiguration { Name = DefaultConfigurationMode.Standard }]);

    private readonly string _service;
    private readonly Uri _endpoint;

    /// <summary>For that service (<c>iam</c>, <c>sts</c>, <c>organizations</c>) at that place.</summary>
    public ServiceConfig(string service, AwsPlace place, AttemptRecorder recorder)
        : base(Defaults)
    {
        (_endpoint, AuthenticationRegion) = place.EndpointOf(service);
        _service = service;
        ServiceURL = _endpoint.AbsoluteUri;
        AuthenticationServiceName = service;
        EndpointProvider = this;
        Retries = new RecordedRetryPolicy(place.Options, recorder, place.Clock);
        ServiceSettings.Apply(this, recorder);
    }

    /// <summary>Which attempts are repeated.</summary>
    public RecordedRetryPolicy Retries { get; }

    /// <inheritdoc/>
    public override string ServiceVersion => "";

    /// <inheritdoc/>
    public override string UserAgent => ServiceSettings.UserAgent;

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => _service;

    /// <inheritdoc/>
    public AwsEndpoint ResolveEndpoint(EndpointParameters parameters) => new(_endpoint.AbsoluteUri);

    /// <inheritdoc/>
    public override AwsEndpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new(_endpoint.AbsoluteUri);
}
