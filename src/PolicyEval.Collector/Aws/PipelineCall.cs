using System.Xml;
using Amazon.Runtime;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>Runs a call through the SDK's pipeline and makes of its exceptions what the trace says.</summary>
internal static class PipelineCall
{
    /// <summary>The answer; null where the trace, or what the SDK threw, says that it failed.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<TAnswer?> RunAsync<TAnswer>(
        AttemptRecorder recorder, CallTrace trace, Func<Task<TAnswer>> call, CancellationToken cancellation)
        where TAnswer : class
    {
        recorder.Trace = trace;
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (IsExpected(fault))
        {
            // An exception without a failure in the trace: the SDK could not send, or not read what the recorder could.
            if (trace.Failure is null)
            {
                trace.FailLast(trace.Attempts.IsEmpty
                    ? new Failure(FailureKind.ConnectionFailed,
                        new CallError("ConnectionFailed", SecretMask.Clean(fault.Message, trace.Credentials)))
                    : Unread(SecretMask.Clean(fault.Message, trace.Credentials)));
            }

            return null;
        }
        finally
        {
            recorder.Trace = null;
        }
    }

    /// <summary>The failure of an answer that could not be read.</summary>
    public static Failure Unread(string message) =>
        new(FailureKind.BadResponse, new CallError(CallErrors.BadResponse, message));

    // Whatever AWS and the network can bring about; faults of this program are not among them.
    private static bool IsExpected(Exception fault) => fault
        is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException
            or OperationCanceledException or XmlException;
}
