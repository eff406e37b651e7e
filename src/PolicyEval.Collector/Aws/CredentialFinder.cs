using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// Finds the credentials of the caller as the AWS CLI does: --profile; else the environment's keys, a web identity,
/// AWS_PROFILE or the default profile, a container's role, an instance's role.
/// </summary>
internal static class CredentialFinder
{
    /// <summary>The SDK's credentials, not yet fetched; or why there are none.</summary>
    public static async Task<(AWSCredentials? Credentials, Failure? Failure)> FindAsync(
        AwsOptions options, CancellationToken cancellation)
    {
        try
        {
            var profile = options.Profile ?? ProfileOfEnvironment();
            return profile is not null
                ? OfProfile(profile)
                : (await DefaultAsync(options, cancellation).ConfigureAwait(false), null);
        }
        catch (TimeoutException)
        {
            return (null, CredentialFailures.TimedOut(options));
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && CredentialFailures.IsExpected(fault))
        {
            return (null, CredentialFailures.Of(fault, options.Profile));
        }
    }

    /// <summary>AWS_PROFILE, unless the environment has keys or a web identity, which come first.</summary>
    private static string? ProfileOfEnvironment() =>
        Variable("AWS_ACCESS_KEY_ID") is null && Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is null
            ? Variable("AWS_PROFILE")
            : null;

    private static (AWSCredentials?, Failure?) OfProfile(string name)
    {
        var chain = new CredentialProfileStoreChain();
        if (!chain.TryGetProfile(name, out var profile))
            return (null, CredentialFailures.UnknownProfile(name, [.. chain.ListProfiles().Select(one => one.Name)]));
        return profile.CanCreateAWSCredentials
            ? (AWSCredentialsFactory.GetAWSCredentials(profile, chain), null)
            : (null, CredentialFailures.EmptyProfile(name));
    }

    private static async Task<AWSCredentials> DefaultAsync(AwsOptions options, CancellationToken cancellation)
    {
        using var resolver = new DefaultAWSCredentialsIdentityResolver();
        return await Task.Run(() => resolver.ResolveIdentityAsync(null, cancellation), cancellation)
            .WaitAsync(options.CredentialTimeout, cancellation).ConfigureAwait(false);
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
