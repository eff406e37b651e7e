using System.Collections.Immutable;
using Amazon.Runtime;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// What has happened so far in one call. Filled by <see cref="AttemptRecorder"/>; the retry policy and the API read
/// it. One client makes one call at a time.
/// </summary>
internal sealed class CallTrace(
    ApiRequest request, Uri endpoint, string region, ImmutableCredentials credentials, long startedAt)
{
    private readonly List<ApiAttempt> _attempts = [];

    /// <summary>What is asked.</summary>
    public ApiRequest Request { get; } = request;

    /// <summary>The endpoint and the region that signs.</summary>
    public (Uri Endpoint, string Region) Place { get; } = (endpoint, region);

    /// <summary>The credentials that sign; only to take them out of messages.</summary>
    public ImmutableCredentials Credentials { get; } = credentials;

    /// <summary>When the call began, as a timestamp of the clock.</summary>
    public long StartedAt { get; } = startedAt;

    /// <summary>Told the number of each attempt before it is sent; null where nobody watches.</summary>
    public Action<int>? OnAttempt { get; init; }

    /// <summary>Why the last attempt failed, or null.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>The last attempt's body, or null where none came as a whole.</summary>
    public byte[]? Body { get; private set; }

    /// <summary>The attempts so far, numbered, the last one marked.</summary>
    public ImmutableArray<ApiAttempt> Attempts => [.. _attempts.Select((attempt, index) =>
        attempt with { Number = index + 1, IsLast = index == _attempts.Count - 1 })];

    /// <summary>An attempt about to be sent.</summary>
    public ApiAttempt Begin(DateTimeOffset now)
    {
        OnAttempt?.Invoke(_attempts.Count + 1);
        return new ApiAttempt
        {
            Request = Request,
            Endpoint = Place.Endpoint.GetLeftPart(UriPartial.Authority),
            Region = Place.Region,
            SentAt = now,
        };
    }

    /// <summary>An attempt that is over.</summary>
    public void End(ApiAttempt attempt, byte[]? body, Failure? failure)
    {
        _attempts.Add(attempt with { Error = failure?.Error });
        Body = body;
        Failure = failure;
    }

    /// <summary>The last attempt turned out to have failed after all.</summary>
    public void FailLast(Failure failure)
    {
        if (_attempts.Count > 0)
            _attempts[^1] = _attempts[^1] with { Error = failure.Error };
        Failure = failure;
    }
}
