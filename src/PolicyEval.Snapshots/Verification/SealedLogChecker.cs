using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Snapshots.Verification;

/// <summary>Compares the log of a collection with the facts that its snapshot states.</summary>
internal sealed class SealedLogChecker(SnapshotFacts facts, SnapshotDiagnosticBag diagnostics)
{
    public void Check(IReadOnlyCollection<CallRecord> records)
    {
        if (facts.Plan.IsEmpty || records.Count == 0)
            Refuse("plan", "without a call", "at least one call, and its record in data/collection.jsonl");
        foreach (var calls in records.GroupBy(record => record.Operation))
        {
            // A plan without a call that was made would hide that the call failed.
            if (calls.Key != ApiOperations.AssumeRole && !facts.Plan.Contains(calls.Key))
                Refuse("plan", $"without {calls.Key.Permission}, which was called", "every call that was made");
            if (calls.Last() is { IsLast: false } open)
            {
                diagnostics.Report(
                    SealingDescriptors.NoLastAttempt, BagLayout.Collection, (open.Sequence, 1), "isLast",
                    calls.Key.Permission);
            }
        }

        CheckTimes(records);
    }

    private void CheckTimes(IReadOnlyCollection<CallRecord> records)
    {
        foreach (var record in records)
        {
            var call = $"the call that was sent at {Timestamps.Text(record.SentAt)}";
            if (record.SentAt < facts.StartedAt)
                Refuse("time/startedAt", Timestamps.Text(facts.StartedAt), $"not after {call}");
            else if (record.SentAt > facts.EndedAt)
                Refuse("time/endedAt", Timestamps.Text(facts.EndedAt), $"not before {call}");
            else
                continue;
            return;
        }
    }

    private void Refuse(string field, string found, string expected) => diagnostics.Report(
        SealingDescriptors.BadDocument, BagLayout.Document, (1, 1), field, field, found, expected);
}
