using System.Globalization;
using PolicyEval.Collector.Aws;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Accounts;

/// <summary>
/// Gets the credential report: has AWS generate it, waits until it is complete, fetches it. Source: the IAM user guide,
/// "Getting credential reports", and the errors of both operations in the API reference.
/// </summary>
internal sealed class ReportCollector(AccountCalls calls, TimeProvider time, TimeSpan timeout, Action<string> onStage)
{
    // A report that expires the moment it is complete would be asked for until the time is up.
    private const int GenerationsMax = 3;

    private static readonly ApiRequest Generate = ApiRequest.For(ApiOperations.GenerateCredentialReport);
    private static readonly ApiRequest Get = ApiRequest.For(ApiOperations.GetCredentialReport);

    private readonly ReportWait _wait = new(time, timeout);

    /// <summary>Asks until there is a report, a refusal, or no time left. Everything is in the log then.</summary>
    public async Task CollectAsync(CancellationToken cancellation)
    {
        // Where generating is refused there may still be a report that somebody else had generated.
        var mayGenerate = await GenerateAsync(cancellation).ConfigureAwait(false);
        for (var generations = 1; ;)
        {
            var answer = await calls.SendAsync(Get, cancellation).ConfigureAwait(false);
            switch (answer.Failure?.Kind)
            {
                case FailureKind.ReportInProgress:
                    if (await PauseAsync("the report", cancellation).ConfigureAwait(false))
                        continue;
                    AddNotReady();
                    return;
                case FailureKind.LimitExceeded or FailureKind.Throttled:
                    if (await PauseAsync(answer.Failure.Error.Code, cancellation).ConfigureAwait(false))
                        continue;
                    return;
                case FailureKind.ReportExpired or FailureKind.ReportNotPresent
                    when mayGenerate && generations < GenerationsMax:
                    generations++;
                    mayGenerate = await GenerateAsync(cancellation).ConfigureAwait(false);
                    continue;
                default:
                    return;
            }
        }
    }

    /// <summary>Has the report generated; false where AWS refuses or the time is up.</summary>
    private async Task<bool> GenerateAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var answer = await calls.SendAsync(Generate, cancellation).ConfigureAwait(false);
            if (answer.Page is { State: "COMPLETE" })
                return true;
            if (answer.Failure is { Kind: not (FailureKind.LimitExceeded or FailureKind.Throttled) })
                return false;
            if (!await PauseAsync("the report", cancellation).ConfigureAwait(false))
                return false;
        }
    }

    private Task<bool> PauseAsync(string what, CancellationToken cancellation)
    {
        onStage($"waiting for {what}");
        return _wait.PauseAsync(cancellation);
    }

    private void AddNotReady()
    {
        var seconds = _wait.Limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        calls.Log.AddUnsent(
            Get,
            FailureKind.ReportInProgress,
            CallErrors.ReportNotReady,
            $"AWS was still generating the report after {seconds} seconds; --report-timeout allows more.");
    }
}
