using Amazon;
using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// The clients that the SDK needs to fetch credentials by web identity and SSO. It would look for them by reflection,
/// which a native program does not have.
/// </summary>
internal static class SdkClients
{
    /// <summary>Makes them known; those of STS in that region.</summary>
    public static void Register(string region)
    {
        var registry = GlobalRuntimeDependencyRegistry.Instance;
        // What these three ask needs no signature: the tokens of the web identity and the SSO session do.
        var place = RegionEndpoint.GetBySystemName(region);
        registry.RegisterSecurityTokenServiceClient(_ =>
            new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), place));
        registry.RegisterSSOClient(context =>
            new AmazonSSOClient(new AnonymousAWSCredentials(), context.SSOClientContextData.Region));
        registry.RegisterSSOOIDCClient(context =>
            new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), context.SSOOIDCClientContextData.Region));
    }
}
