namespace PolicyEval.Collector.Aws;

/// <summary>Opens <see cref="IAwsApi"/> for an identity.</summary>
internal interface IAwsConnector : IDisposable
{
    /// <summary>
    /// With the credentials of the caller: environment, profile, SSO, web identity, container or instance. Asks AWS
    /// nothing more than these need; a wrong key shows only at the first call.
    /// </summary>
    Task<AwsSession> OpenAsync(CancellationToken cancellation);

    /// <summary>
    /// With the session of a role, assumed with the credentials of the caller; renewed before it expires (then the
    /// next reply's attempts begin with those of AssumeRole).
    /// </summary>
    Task<AwsSession> AssumeRoleAsync(RoleRequest role, CancellationToken cancellation);
}
