using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// One attempt at a call: the facts that its <see cref="CallRecord"/> needs. Bodies are not here: only the last
/// attempt's is kept, in <see cref="ApiReply.Body"/>. Immutable.
/// </summary>
internal sealed record ApiAttempt
{
    /// <summary>
    /// What was called: usually the request of the reply; AssumeRole where a session had to be renewed before it.
    /// </summary>
    public required ApiRequest Request { get; init; }

    /// <summary>Scheme, host and port that were asked; empty where nothing was sent.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>The region that signed; empty where nothing was sent.</summary>
    public string Region { get; init; } = "";

    /// <summary>1 for the first attempt at its request.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Whether no other attempt at the same request follows.</summary>
    public bool IsLast { get; init; } = true;

    /// <summary>When it was sent, in UTC, by the collector's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The HTTP status, or null where no answer came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>AWS's request id; empty where none came.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The answer's Date header, in UTC; null where none came.</summary>
    public DateTimeOffset? RespondedAt { get; init; }

    /// <summary>The answer's Content-Type; empty where none came.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Bytes of the body as received.</summary>
    public long Bytes { get; init; }

    /// <summary>sha256 of the body as received, in lower-case hexadecimal; empty where no whole answer came.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Why it failed, or null.</summary>
    public CallError? Error { get; init; }
}
