namespace PolicyEval.Collector.Aws;

/// <summary>How to reach AWS. Immutable.</summary>
internal sealed record AwsOptions
{
    /// <summary>The profile to use; null for the default chain (which knows AWS_PROFILE).</summary>
    public string? Profile { get; init; }

    /// <summary>The region, which also decides the partition; null for the profile's or the environment's.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// Another endpoint for all three services (an emulator, a VPC endpoint), or null. See
    /// <see cref="EndpointRule"/>.
    /// </summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Attempts at one call, the first included.</summary>
    public int MaxAttempts { get; init; } = 6;

    /// <summary>How long one attempt may take, the body included.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one call may take, its retries and pauses included.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long finding credentials may take (the instance's metadata, an SSO token, a role).</summary>
    public TimeSpan CredentialTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest body that is taken, in bytes.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024 * 1024;
}
