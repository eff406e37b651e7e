using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace PolicyEval.Collector.Aws;

/// <summary>Every request is signed with Signature Version 4.</summary>
internal sealed class SignatureResolver : BaseAuthResolverHandler
{
    /// <inheritdoc/>
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        [new SignatureScheme()];

    private sealed class SignatureScheme : IAuthSchemeOption
    {
        public string SchemeId { get; set; } = "aws.auth#sigv4";

        public string ShortName => "sigv4";
    }
}
