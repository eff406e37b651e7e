using System.Globalization;
using PolicyEval.Collector.Aws;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Accounts;

/// <summary>Sends the calls of one collection, one after the other, and keeps whatever comes.</summary>
/// <param name="api">AWS, with the identity of this collection.</param>
/// <param name="log">Keeps what comes.</param>
/// <param name="onStage">Told what is being asked, for whoever watches.</param>
internal sealed class AccountCalls(IAwsApi api, EvidenceLog log, Action<string> onStage)
{
    /// <summary>Pages of one list. AWS gives at least one thing a page, and no account has a million users.</summary>
    private const int PagesMax = 20_000;

    /// <summary>Bytes of all pages together: they are held until the snapshot is sealed.</summary>
    private const long BytesMax = 1L << 30;

    private readonly CallBreaker _breaker = new();

    /// <summary>What was asked and got.</summary>
    public EvidenceLog Log => log;

    /// <summary>Sends one request.</summary>
    public async Task<CallAnswer> SendAsync(ApiRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_breaker.Reason is { } reason)
            return log.AddUnsent(request, FailureKind.Refused, CallErrors.NotCalled, reason);

        var stage = request.Operation.Permission;
        onStage(stage);
        var reply = await api.SendAsync(request, cancellation, OnAttempt).ConfigureAwait(false);
        var answer = log.Add(request, reply);
        _breaker.Note(answer.Failure);
        return answer;

        void OnAttempt(int number)
        {
            if (number > 1)
                onStage($"{stage}, attempt {number.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>Sends a request and those for the pages that follow; null when the last page was read.</summary>
    /// <param name="first">The request for the first page.</param>
    /// <param name="onPage">Is given every page.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Failure?> SendAllAsync(ApiRequest first, Action<Page>? onPage, CancellationToken cancellation)
    {
        var markers = new HashSet<string>(StringComparer.Ordinal);
        var request = first;
        while (true)
        {
            var answer = await SendAsync(request, cancellation).ConfigureAwait(false);
            if (answer.Page is not { } page)
                return answer.Failure;

            onPage?.Invoke(page);
            if (page.Next is not { } marker)
                return null;
            if (!markers.Add(marker))
                return log.FailLast(CallErrors.RepeatedMarker, "The page names a marker that was already followed.");
            if (markers.Count == PagesMax || log.Bytes > BytesMax)
                return log.FailLast(
                    CallErrors.TooManyPages, $"The list has no end: {markers.Count} pages, {log.Bytes} bytes.");
            request = first.After(marker);
        }
    }
}
