using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>Why a call gave no answer.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Error">What the record says: AWS's code or the collector's own, and one line without secrets.</param>
/// <param name="Help">The way out, in a sentence or two; empty where there is nothing to say.</param>
internal sealed record Failure(FailureKind Kind, CallError Error, string Help = "")
{
    /// <summary>
    /// Whether another attempt at the same may succeed: throttling, failures of AWS, lost connections, garbled answers.
    /// </summary>
    public bool IsTransient { get; init; }
}
