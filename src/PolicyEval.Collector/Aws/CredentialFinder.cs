using Amazon.Runtime.Credentials;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// Finds the credentials of the caller as the AWS CLI does: --profile; else the environment's keys, a web identity,
/// AWS_PROFILE or the default profile, a container's role, an instance's role.
/// </summary>
internal static class CredentialFinder
{
    private const string DefaultProfile = "default";

    /// <summary>The credentials, not yet fetched; or why there are none.</summary>
    public static async Task<(ICredentialSource? Source, Failure? Failure)> FindAsync(
        AwsPlace place, CancellationToken cancellation)
    {
        SdkClients.Register(place.Region);
        var profiles = new ProfileCredentials(place);
        var profile = place.Options.Profile ?? ProfileOfEnvironment(profiles);
        try
        {
            // On a thread of its own: some of the SDK's sources block while they look for an instance's role.
            return await Task.Run(
                async () => profile is not null
                    ? profiles.Find(profile)
                    : (await DefaultAsync(place, cancellation).ConfigureAwait(false), null),
                cancellation).WaitAsync(place.Options.CredentialTimeout, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return (null, CredentialFailures.TimedOut(place.Options));
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && CredentialFailures.IsExpected(fault))
        {
            return (null, CredentialFailures.Of(fault, profile));
        }
    }

    private static async Task<ICredentialSource> DefaultAsync(AwsPlace place, CancellationToken cancellation)
    {
        using var resolver = new DefaultAWSCredentialsIdentityResolver();
        var found = await resolver.ResolveIdentityAsync(null, cancellation).ConfigureAwait(false);
        return new BaseCredentialSource(found, null, place.Options);
    }

    /// <summary>
    /// AWS_PROFILE or the default profile, unless the environment has keys or a web identity, which come first.
    /// </summary>
    private static string? ProfileOfEnvironment(ProfileCredentials profiles)
    {
        if ((Variables.Find("AWS_ACCESS_KEY_ID") ?? Variables.Find("AWS_WEB_IDENTITY_TOKEN_FILE")) is not null)
            return null;
        return Variables.Find("AWS_PROFILE") ?? (profiles.HasCredentials(DefaultProfile) ? DefaultProfile : null);
    }
}
