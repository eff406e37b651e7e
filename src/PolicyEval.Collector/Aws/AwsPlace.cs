namespace PolicyEval.Collector.Aws;

/// <summary>Where AWS is asked, and by which clock. Immutable.</summary>
/// <param name="Options">What the user chose.</param>
/// <param name="Partition">The region's partition.</param>
/// <param name="Region">The region.</param>
/// <param name="Clock">Stamps attempts and times pauses.</param>
/// <param name="Network">What all clients send through.</param>
internal sealed record AwsPlace(
    AwsOptions Options, AwsPartition Partition, string Region, TimeProvider Clock, HttpMessageHandler Network)
{
    /// <summary>Where that service is asked and which region signs.</summary>
    public (Uri Endpoint, string Region) EndpointOf(string service)
    {
        var (endpoint, region) = Partition.EndpointOf(service, Region);
        return (Options.EndpointUrl ?? endpoint, region);
    }
}
