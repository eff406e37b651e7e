using System.Diagnostics;
using System.Globalization;
using System.Security.Authentication;
using System.Security.Cryptography;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// Stands between the SDK and the network: bounds each attempt in time and size, and records what was sent when and
/// what came back, byte for byte, whatever the SDK makes of it. Headers that sign are never looked at.
/// </summary>
internal sealed class AttemptRecorder : HttpMessageHandler
{
    private readonly HttpMessageInvoker _network;
    private readonly AwsOptions _options;
    private readonly TimeProvider _clock;

    public AttemptRecorder(AwsOptions options, TimeProvider clock, HttpMessageHandler network)
    {
        // All accounts share the network: it outlives this recorder.
        _network = new HttpMessageInvoker(network, disposeHandler: false);
        _options = options;
        _clock = clock;
    }

    /// <summary>The call in progress, or null.</summary>
    public CallTrace? Trace { get; set; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var trace = Trace ?? throw new UnreachableException("There is no call in progress.");
        var attempt = trace.Begin(_clock.GetUtcNow());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.AttemptTimeout);
        using var body = new MemoryStream();
        HttpResponseMessage? response = null;
        try
        {
            response = await _network.SendAsync(request, limit.Token).ConfigureAwait(false);
            attempt = Describe(attempt, response);
            var isWhole = await BoundedBody
                .TryReadAsync(response.Content, body, _options.MaxBodyBytes, limit.Token).ConfigureAwait(false);
            return isWhole ? Answer(trace, attempt, response, body.ToArray()) : TooLong(trace, attempt, response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            throw Lost(trace, attempt, body.Length, TimedOut());
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            response?.Dispose();
            throw Lost(trace, attempt, body.Length, NotConnected(fault, response is null));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _network.Dispose();
        base.Dispose(disposing);
    }

    private static HttpResponseMessage Answer(
        CallTrace trace, ApiAttempt attempt, HttpResponseMessage response, byte[] body)
    {
        // AssumeRole's answer holds credentials: only the SDK reads it.
        var isSession = trace.Request.Operation == ApiOperations.AssumeRole && response.IsSuccessStatusCode;
        var page = isSession ? SessionAnswer.Read(body) : PageReader.Read(trace.Request.Operation, body);
        if (page.Error is { } error)
            page = page with { Error = error with { Message = SecretMask.Clean(error.Message, trace.Credentials) } };
        var failure = FailureClassifier.Of(
            trace.Request.Operation, (int)response.StatusCode, attempt.MediaType, page);
        trace.End(
            attempt with
            {
                Bytes = body.Length,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(body)),
                RequestId = attempt.RequestId.Length > 0 ? attempt.RequestId : HeaderText.Of(page.RequestId),
            },
            body,
            failure);
        return With(response, body);
    }

    private HttpResponseMessage TooLong(CallTrace trace, ApiAttempt attempt, HttpResponseMessage response)
    {
        var message = $"The answer is longer than {_options.MaxBodyBytes} bytes.";
        trace.End(attempt, null, new Failure(
            FailureKind.BadResponse, new CallError(CallErrors.BadResponse, message), FailureHelp.Garbled(200)));
        return With(response, []);
    }

    private static HttpRequestException Lost(CallTrace trace, ApiAttempt attempt, long bytes, Failure failure)
    {
        trace.End(attempt with { Bytes = bytes }, null, failure);
        return new HttpRequestException(failure.Error.Message);
    }

    private static ApiAttempt Describe(ApiAttempt attempt, HttpResponseMessage response) => attempt with
    {
        HttpStatus = (int)response.StatusCode,
        RespondedAt = response.Headers.Date?.ToUniversalTime(),
        MediaType = HeaderText.Of(response.Content.Headers, "Content-Type"),
        RequestId = HeaderText.Of(response.Headers, "x-amzn-RequestId"),
    };

    private static HttpResponseMessage With(HttpResponseMessage response, byte[] body)
    {
        var content = new ByteArrayContent(body);
        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                content.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content.Dispose();
        response.Content = content;
        return response;
    }

    private Failure TimedOut() => new(
        FailureKind.TimedOut,
        new CallError("TimedOut", string.Create(
            CultureInfo.InvariantCulture,
            $"No whole answer came within {_options.AttemptTimeout.TotalSeconds:0.#} s.")),
        FailureHelp.Connection)
    {
        IsTransient = true,
    };

    private static Failure NotConnected(Exception fault, bool beforeAnswer)
    {
        var isRefusedByUs = fault.InnerException is AuthenticationException;
        var reason = SecretMask.Clean((fault.InnerException ?? fault).Message);
        var message = (fault as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"The host's name cannot be resolved: {reason}",
            HttpRequestError.SecureConnectionError => $"No secure connection: {reason}",
            HttpRequestError.ProxyTunnelError => $"The proxy opens no way: {SecretMask.Clean(fault.Message)}",
            HttpRequestError.ConnectionError => $"No connection: {reason}",
            _ => beforeAnswer
                ? $"The connection was lost before an answer came: {reason}"
                : $"The connection was lost in the middle of the answer: {reason}",
        };
        return new Failure(
            FailureKind.ConnectionFailed, new CallError("ConnectionFailed", message), FailureHelp.Connection)
        {
            // A certificate that is not trusted, a proxy that refuses: both will do so the next time.
            IsTransient = !isRefusedByUs
                && fault is not HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError },
        };
    }
}
