using System.Collections.Immutable;

namespace PolicyEval.Collector.Aws;

/// <summary>What came of opening an identity. Immutable.</summary>
/// <param name="Api">To call with; null where there is a failure. The caller disposes of it.</param>
/// <param name="Attempts">The attempts at AssumeRole; none for the base credentials.</param>
/// <param name="Failure">Why it could not be opened, or null.</param>
internal sealed record AwsSession(IAwsApi? Api, ImmutableArray<ApiAttempt> Attempts, Failure? Failure);
