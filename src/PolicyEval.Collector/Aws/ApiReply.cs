using System.Collections.Immutable;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// What came of one call, retries included. Expected failures are values here, not exceptions. Immutable.
/// </summary>
internal sealed class ApiReply
{
    /// <summary>Every attempt in the order of sending; at least one, except where credentials were lacking.</summary>
    public ImmutableArray<ApiAttempt> Attempts { get; init; } = [];

    /// <summary>
    /// The last attempt's body as received, also that of an error; null where none came and for AssumeRole, whose
    /// answer holds credentials.
    /// </summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Why there is no answer, or null where <see cref="Body"/> is the answer.</summary>
    public Failure? Failure { get; init; }
}
