namespace PolicyEval.Collector.Aws;

/// <summary>Where the credentials of an identity come from.</summary>
internal interface ICredentialSource
{
    /// <summary>The credentials, renewed where they are about to expire.</summary>
    /// <param name="renew">Fetch new ones in any case: AWS said that those at hand have expired.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<CredentialResult> GetAsync(bool renew, CancellationToken cancellation);
}
