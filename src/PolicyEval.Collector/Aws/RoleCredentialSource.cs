using System.Collections.Immutable;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// The session of a role, assumed with the credentials of the caller and renewed five minutes before it ends. How
/// long it has to live is measured on this machine's clock from AWS's own times, so that a wrong clock does no harm.
/// </summary>
internal sealed class RoleCredentialSource : ICredentialSource, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly RoleRequest _role;
    private readonly AwsPlace _place;
    private readonly ICredentialSource _base;
    private readonly HeldCredentials _held = new();
    private readonly AttemptRecorder _recorder;
    private readonly SessionClient _client;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ImmutableCredentials? _session;
    private DateTimeOffset _endsAt;

    public RoleCredentialSource(RoleRequest role, AwsPlace place, ICredentialSource baseCredentials)
    {
        _role = role;
        _place = place;
        _base = baseCredentials;
        _recorder = new AttemptRecorder(place.Options, place.Clock, place.Network);
        _client = new SessionClient(_held, SessionClient.ConfigFor(place, _recorder),
            new RecordedRetryPolicy(place.Options, _recorder, place.Clock));
    }

    /// <inheritdoc/>
    public async Task<CredentialResult> GetAsync(bool renew, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var now = _place.Clock.GetUtcNow();
            if (!renew && _session is not null && now < _endsAt - Margin)
                return new CredentialResult(_session, [], null);

            var result = await AssumeAsync(cancellation).ConfigureAwait(false);
            // A session that still lives is good enough where the next one could not be had yet.
            return result.Failure is not null && !renew && _session is not null && now < _endsAt
                ? result with { Value = _session, Failure = null }
                : result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _recorder.Dispose();
        _turn.Dispose();
    }

    private async Task<CredentialResult> AssumeAsync(CancellationToken cancellation)
    {
        var caller = await _base.GetAsync(false, cancellation).ConfigureAwait(false);
        var result = await SendAsync(caller, cancellation).ConfigureAwait(false);
        if (result.Failure?.Kind != FailureKind.ExpiredToken)
            return result;

        // The caller's own session has expired.
        var renewed = await _base.GetAsync(true, cancellation).ConfigureAwait(false);
        if (renewed.Failure is null && Equals(renewed.Value, caller.Value))
            return result;
        var again = await SendAsync(renewed, cancellation).ConfigureAwait(false);
        return again with { Attempts = result.Attempts.AddRange(again.Attempts) };
    }

    private async Task<CredentialResult> SendAsync(CredentialResult from, CancellationToken cancellation)
    {
        if (from.Value is not { } caller)
            return from;
        var seconds = (int)_role.Duration.TotalSeconds;
        // The external id stays out of what is recorded.
        var request = ApiRequest.For(ApiOperations.AssumeRole,
            ("RoleArn", _role.RoleArn), ("RoleSessionName", _role.SessionName), ("DurationSeconds", $"{seconds}"));
        var (endpoint, region) = _place.EndpointOf("sts");
        var trace = new CallTrace(request, endpoint, region, caller, _place.Clock.GetTimestamp());
        _held.Hold(caller);
        var answer = await PipelineCall.RunAsync(_recorder, trace, () => _client.AssumeRoleAsync(
            new AssumeRoleRequest
            {
                RoleArn = _role.RoleArn,
                RoleSessionName = _role.SessionName,
                ExternalId = _role.ExternalId,
                DurationSeconds = seconds,
            },
            cancellation), cancellation).ConfigureAwait(false);
        return answer?.Credentials is { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0 } credentials
            ? Take(credentials, from.Attempts.AddRange(trace.Attempts))
            : Fail(trace, from.Attempts);
    }

    private CredentialResult Take(Credentials credentials, ImmutableArray<ApiAttempt> attempts)
    {
        var now = _place.Clock.GetUtcNow();
        var lifetime = credentials.Expiration is { } end && attempts[^1].RespondedAt is { } sent
            ? new DateTimeOffset(end.ToUniversalTime(), TimeSpan.Zero) - sent
            : _role.Duration;
        _endsAt = now + lifetime;
        _session = new ImmutableCredentials(
            credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
        return new CredentialResult(_session, attempts, null);
    }

    private static CredentialResult Fail(CallTrace trace, ImmutableArray<ApiAttempt> before)
    {
        if (trace.Failure is null)
            trace.FailLast(PipelineCall.Unread("The answer holds no credentials."));
        return new CredentialResult(null, before.AddRange(trace.Attempts), trace.Failure);
    }
}
