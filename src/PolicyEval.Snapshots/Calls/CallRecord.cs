using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// One attempt at one API call: a line of <c>data/collection.jsonl</c>. The last attempt of a call decides; only its
/// body is kept as a raw page. Immutable.
/// </summary>
public sealed record CallRecord
{
    /// <summary>1 for the first attempt of the collection, then without gaps, in the order of sending.</summary>
    public required int Sequence { get; init; }

    /// <summary>What was called.</summary>
    public required ApiOperation Operation { get; init; }

    /// <summary>
    /// The request's parameters without Action and Version, sorted by name (ordinal), secrets left out.
    /// </summary>
    public ImmutableArray<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>
    /// Scheme, host and port that were asked, such as <c>https://iam.amazonaws.com</c>; empty for none.
    /// </summary>
    public string Endpoint { get; init; } = "";

    /// <summary>The region that signed the request; empty where nothing was sent.</summary>
    public string Region { get; init; } = "";

    /// <summary>1 for the first attempt of this call, more for retries.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether no other attempt of the same call follows.</summary>
    public bool IsLast { get; init; } = true;

    /// <summary>When it was sent, in UTC, by the collector's clock, to the millisecond.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The HTTP status, or null where no answer came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>AWS's request id (CloudTrail's <c>requestID</c>); empty where none came.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The answer's Date header, by AWS's clock, in UTC; null where none came.</summary>
    public DateTimeOffset? RespondedAt { get; init; }

    /// <summary>The answer's Content-Type; empty where none came.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Bytes of the body as received.</summary>
    public long Bytes { get; init; }

    /// <summary>sha256 of the body as received, 64 lower-case hexadecimal digits; empty where no answer came.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>
    /// The raw page, relative to the bag (<c>data/raw/iam/ListUsers/0001.xml</c>), or null where no body is kept.
    /// </summary>
    public string? File { get; init; }

    /// <summary>What was taken out of the raw page before it was written.</summary>
    public ImmutableArray<Redaction> Redactions { get; init; } = [];

    /// <summary>Why it failed, or null.</summary>
    public CallError? Error { get; init; }

    /// <summary>The value of a parameter; empty where the request has none of that name.</summary>
    public string Parameter(string name)
    {
        foreach (var (key, value) in Parameters)
        {
            if (key == name)
                return value;
        }

        return "";
    }
}
