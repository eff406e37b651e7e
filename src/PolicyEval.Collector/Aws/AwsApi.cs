using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>AWS by the SDK's runtime, for one identity. Calls are made one after the other.</summary>
internal sealed class AwsApi : IAwsApi
{
    private readonly AwsPlace _place;
    private readonly ICredentialSource _source;
    private readonly IDisposable? _owned;
    private readonly HeldCredentials _held = new();
    private readonly AttemptRecorder _recorder;
    private readonly Dictionary<string, ServiceClient> _clients = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>For that identity; an owned source is disposed of with this.</summary>
    public AwsApi(AwsPlace place, ICredentialSource source, IDisposable? owned)
    {
        _place = place;
        _source = source;
        _owned = owned;
        _recorder = new AttemptRecorder(place.Options, place.Clock, place.Network);
    }

    /// <inheritdoc/>
    public async Task<ApiReply> SendAsync(
        ApiRequest request, CancellationToken cancellation, Action<int>? onAttempt = null)
    {
        if (request.Operation == ApiOperations.AssumeRole)
            throw new ArgumentException("A role is assumed by IAwsConnector.");

        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var credentials = await _source.GetAsync(false, cancellation).ConfigureAwait(false);
            var reply = await SendAsync(request, credentials, onAttempt, cancellation).ConfigureAwait(false);
            if (reply.Failure?.Kind != FailureKind.ExpiredToken)
                return reply;

            var renewed = await _source.GetAsync(true, cancellation).ConfigureAwait(false);
            if (renewed.Failure is null && Equals(renewed.Value, credentials.Value))
                return reply;
            return Joined(
                reply, await SendAsync(request, renewed, onAttempt, cancellation).ConfigureAwait(false));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
        _recorder.Dispose();
        _turn.Dispose();
        _owned?.Dispose();
    }

    private async Task<ApiReply> SendAsync(
        ApiRequest request,
        CredentialResult credentials,
        Action<int>? onAttempt,
        CancellationToken cancellation)
    {
        if (credentials.Value is not { } value)
            return new ApiReply { Attempts = credentials.Attempts, Failure = credentials.Failure };

        _held.Hold(value);
        var (endpoint, region) = _place.EndpointOf(request.Operation.Service);
        var trace = new CallTrace(request, endpoint, region, value, _place.Clock.GetTimestamp())
        {
            OnAttempt = onAttempt,
        };
        await PipelineCall.RunAsync(
            _recorder, trace, () => ClientOf(request).SendAsync(trace, cancellation), cancellation)
            .ConfigureAwait(false);
        return new ApiReply
        {
            Attempts = credentials.Attempts.AddRange(trace.Attempts),
            Body = BodyOf(trace),
            Failure = trace.Failure is { } failure ? WithRegion(failure) : null,
        };
    }

    private ServiceClient ClientOf(ApiRequest request)
    {
        var service = request.Operation.Service;
        if (!_clients.TryGetValue(service, out var client))
            _clients.Add(service, client = new ServiceClient(_held, new ServiceConfig(service, _place, _recorder)));
        return client;
    }

    /// <summary>The body, unless it quotes the credentials (an error about the signature does).</summary>
    private static ReadOnlyMemory<byte>? BodyOf(CallTrace trace) =>
        trace.Body is { } body && !SecretMask.IsIn(body, trace.Credentials) ? body : default(ReadOnlyMemory<byte>?);

    private Failure WithRegion(Failure failure) => failure.Kind == FailureKind.InvalidToken
        ? failure with { Help = $"Asked was the partition {_place.Partition.Id} ({_place.Region}). {failure.Help}" }
        : failure;

    /// <summary>One call with other credentials the second time: its attempts are counted through.</summary>
    private static ApiReply Joined(ApiReply first, ApiReply second)
    {
        var number = first.Attempts.Count(attempt => attempt.Request.Operation != ApiOperations.AssumeRole);
        var isRepeated = second.Attempts.Any(attempt => attempt.Request.Operation != ApiOperations.AssumeRole);
        var before = first.Attempts.Select(attempt =>
            isRepeated && attempt.Request.Operation != ApiOperations.AssumeRole
                ? attempt with { IsLast = false }
                : attempt);
        var after = second.Attempts.Select(attempt => attempt.Request.Operation == ApiOperations.AssumeRole
            ? attempt
            : attempt with { Number = attempt.Number + number });
        return new ApiReply
        {
            Attempts = [.. before, .. after],
            Body = isRepeated ? second.Body : first.Body,
            Failure = second.Failure,
        };
    }
}
