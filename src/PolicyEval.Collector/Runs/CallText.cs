using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Collector.Runs;

/// <summary>The failed calls of a snapshot in words.</summary>
internal static class CallText
{
    /// <summary>
    /// How many failed, and each with its code (its status where it has no error); empty where none did.
    /// </summary>
    public static string FailuresOf(SnapshotDocument document)
    {
        var failed = document.Calls
            .Where(call => call.Status is CallStatus.Failed or CallStatus.NotCalled)
            .Select(call => $"{call.Operation.Permission} ({call.Error?.Code ?? call.Status.ToString()})")
            .ToList();
        return failed.Count == 0
            ? ""
            : $"{failed.Count} of {document.Calls.Length} calls failed: {string.Join(", ", failed)}";
    }
}
