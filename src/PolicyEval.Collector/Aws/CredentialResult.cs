using System.Collections.Immutable;
using Amazon.Runtime;

namespace PolicyEval.Collector.Aws;

/// <summary>What came of asking for credentials. Immutable; never written anywhere.</summary>
/// <param name="Value">The credentials; null where there is a failure.</param>
/// <param name="Attempts">The attempts at AssumeRole that were made for them.</param>
/// <param name="Failure">Why there are none, or null.</param>
internal sealed record CredentialResult(
    ImmutableCredentials? Value, ImmutableArray<ApiAttempt> Attempts, Failure? Failure);
