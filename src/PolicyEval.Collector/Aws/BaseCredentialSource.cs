using Amazon.Runtime;

namespace PolicyEval.Collector.Aws;

/// <summary>The credentials of the caller, which the SDK fetches and renews; bounded in time.</summary>
internal sealed class BaseCredentialSource(AWSCredentials credentials, string? profile, AwsOptions options)
    : ICredentialSource
{
    /// <inheritdoc/>
    public async Task<CredentialResult> GetAsync(bool renew, CancellationToken cancellation)
    {
        if (renew && credentials is RefreshingAWSCredentials refreshing)
            refreshing.ClearCredentials();
        try
        {
            // On a thread of its own: some of the SDK's sources block while they ask.
            var value = await Task.Run(credentials.GetCredentialsAsync, cancellation)
                .WaitAsync(options.CredentialTimeout, cancellation).ConfigureAwait(false);
            return value is null
                ? new CredentialResult(null, [], CredentialFailures.None())
                : new CredentialResult(value, [], null);
        }
        catch (TimeoutException)
        {
            return new CredentialResult(null, [], CredentialFailures.TimedOut(options));
        }
        catch (Exception fault) when (CredentialFailures.IsExpected(fault))
        {
            return new CredentialResult(null, [], CredentialFailures.Of(fault, profile));
        }
    }
}
