using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// The SDK's standard retries (with its correction of the clock), decided by what the recorder saw: an answer that
/// cannot be read is asked for again too. Pauses double from half a second to twenty, with jitter, and attempts end
/// with the time that a call may take.
/// </summary>
internal sealed class RecordedRetryPolicy(AwsOptions options, AttemptRecorder recorder, TimeProvider clock)
    : StandardRetryPolicy(options.MaxAttempts - 1)
{
    private const double FirstPause = 500;
    private const double LongestPause = 20_000;

    /// <inheritdoc/>
    public override bool RetryLimitReached(IExecutionContext executionContext) =>
        base.RetryLimitReached(executionContext)
        || (recorder.Trace is { } trace && clock.GetElapsedTime(trace.StartedAt) >= options.CallTimeout);

    /// <inheritdoc/>
    public override bool RetryForException(IExecutionContext executionContext, Exception exception) =>
        recorder.Trace?.Failure is { } failure
            ? failure.IsTransient
            : RetryForExceptionSync(exception, executionContext);

    /// <inheritdoc/>
    public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        Task.FromResult(RetryForException(executionContext, exception));

    /// <inheritdoc/>
    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var pause = Math.Min(LongestPause, FirstPause * Math.Pow(2, context.Retries - 1));
        // Half of it by chance, so that collectors of many accounts do not come back all at once.
        var jitter = RandomNumberGenerator.GetInt32(500, 1001) / 1000.0;
        return Task.Delay(TimeSpan.FromMilliseconds(pause * jitter), clock, context.CancellationToken);
    }
}
