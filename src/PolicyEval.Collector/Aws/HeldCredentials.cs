using Amazon.Runtime;

namespace PolicyEval.Collector.Aws;

/// <summary>What the SDK's clients sign with: whatever was put here last.</summary>
internal sealed class HeldCredentials : AWSCredentials
{
    private ImmutableCredentials? _value;

    /// <summary>Signs the next requests with these.</summary>
    public void Hold(ImmutableCredentials value) => _value = value;

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() =>
        _value ?? throw new InvalidOperationException("There are no credentials yet.");
}
