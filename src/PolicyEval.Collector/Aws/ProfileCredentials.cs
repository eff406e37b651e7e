using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// The credentials that a profile of the AWS configuration names: keys, SSO, a process, a web identity (all by the
/// SDK), or a role assumed with those of another profile or source. Roles are assumed here and not by the SDK, which
/// would ask STS in a region of its own choice and cannot do it in a native program.
/// </summary>
internal sealed class ProfileCredentials(AwsPlace place)
{
    private const string SessionName = "policyeval-collect";

    private readonly CredentialProfileStoreChain _profiles = new();

    /// <summary>Whether there is a profile of that name, and it names a way to get credentials.</summary>
    public bool HasCredentials(string name) =>
        _profiles.TryGetProfile(name, out var profile)
        && (profile.CanCreateAWSCredentials || profile.Options.RoleArn is { Length: > 0 });

    /// <summary>The credentials, not yet fetched; or why there are none.</summary>
    public (ICredentialSource? Source, Failure? Failure) Find(string name) => Find(name, []);

    private (ICredentialSource? Source, Failure? Failure) Find(string name, HashSet<string> seen)
    {
        if (!_profiles.TryGetProfile(name, out var profile))
            return (null, CredentialFailures.UnknownProfile(name, _profiles.ListProfiles().Select(one => one.Name)));
        var options = profile.Options;
        var isFirst = seen.Add(name);
        // A profile with keys may name itself as the source of its role.
        if (!isFirst && options.AccessKey is { Length: > 0 } key)
            return (Sdk(new BasicAWSCredentials(key, options.SecretKey), name), null);
        if (!isFirst)
            return (null, CredentialFailures.Cycle(name));
        if (options.RoleArn is { Length: > 0 } && options.WebIdentityTokenFile is not { Length: > 0 })
            return OfRole(name, options, seen);
        return profile.CanCreateAWSCredentials
            ? (Sdk(AWSCredentialsFactory.GetAWSCredentials(profile, _profiles), name), null)
            : (null, CredentialFailures.EmptyProfile(name));
    }

    private (ICredentialSource? Source, Failure? Failure) OfRole(
        string name, CredentialProfileOptions options, HashSet<string> seen)
    {
        if (options.MfaSerial is { Length: > 0 })
            return (null, CredentialFailures.NeedsMfa(name));
        var (source, failure) = options.SourceProfile is { Length: > 0 } other
            ? Find(other, seen)
            : OfSource(options.CredentialSource, name);
        if (source is null)
            return (null, failure);
        var role = new RoleRequest(
            options.RoleArn,
            options.RoleSessionName is { Length: > 0 } session ? session : SessionName,
            options.ExternalID,
            RoleRequest.DefaultDuration);
        return (new RoleCredentialSource(role, place, source), null);
    }

    private (ICredentialSource? Source, Failure? Failure) OfSource(string? kind, string name) =>
        kind?.ToUpperInvariant() switch
        {
            "ENVIRONMENT" => (Sdk(new EnvironmentVariablesAWSCredentials(), name), null),
            "EC2INSTANCEMETADATA" => (Sdk(new InstanceProfileAWSCredentials(), name), null),
            "ECSCONTAINER" => (Sdk(new GenericContainerCredentials(), name), null),
            _ => (null, CredentialFailures.EmptyProfile(name)),
        };

    private BaseCredentialSource Sdk(AWSCredentials credentials, string profile) =>
        new(credentials, profile, place.Options);
}
