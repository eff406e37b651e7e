using System.Collections.Immutable;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>What <c>snapshot.json</c> says, format <c>policyeval-snapshot/1</c>. Immutable.</summary>
public sealed record SnapshotDocument
{
    /// <summary>The value of <c>format</c>.</summary>
    public const string Format = "policyeval-snapshot/1";

    /// <summary>What it is a snapshot of.</summary>
    public required SnapshotKind Kind { get; init; }

    /// <summary>Where the evidence comes from.</summary>
    public required SnapshotOrigin Origin { get; init; }

    /// <summary>
    /// The account's twelve digits, or the organisation's id; empty where evidence by hand names none.
    /// </summary>
    public string Account { get; init; } = "";

    /// <summary><c>aws</c>, <c>aws-us-gov</c> or <c>aws-cn</c>; empty where evidence by hand names none.</summary>
    public string Partition { get; init; } = "";

    /// <summary>Who called, or null where the evidence was gathered by hand or the caller is not known.</summary>
    public SnapshotCaller? Caller { get; init; }

    /// <summary>Who vouches for evidence that was gathered by hand, or null.</summary>
    public SnapshotAssertion? Assertion { get; init; }

    /// <summary>The program that made the snapshot, such as <c>policyeval-collect 0.1.0</c>.</summary>
    public required string Producer { get; init; }

    /// <summary>When collecting began (or the assertion was made), in UTC, to the millisecond.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last answer was in, in UTC, to the millisecond.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>When AWS generated the credential report, in UTC, or null where it is not known.</summary>
    public DateTimeOffset? GeneratedAt { get; init; }

    /// <summary>
    /// AWS's clock less the collector's at the first answer, in seconds (Date headers have whole seconds), or null.
    /// </summary>
    public long? ClockOffset { get; init; }

    /// <summary>The operations that were to be called, in the order of the plan; empty for evidence by hand.</summary>
    public ImmutableArray<ApiOperation> Plan { get; init; } = [];

    /// <summary>The snapshot of the same account before this one, or null.</summary>
    public PreviousSnapshot? Previous { get; init; }

    /// <summary>What became of each operation of the plan, in the order of the plan.</summary>
    public ImmutableArray<CallOutcome> Calls { get; init; } = [];

    /// <summary>Whether no call failed: what the evidence covers is what the plan asked for.</summary>
    public bool IsComplete => Calls.All(call => call.Status is not (CallStatus.Failed or CallStatus.NotCalled));

    /// <summary>Why an operation gave no answer, or null.</summary>
    public CallError? ErrorOf(ApiOperation operation) =>
        Calls.FirstOrDefault(call => call.Operation == operation)?.Error;

    /// <summary>How the counts of users agree, or null where there is no report.</summary>
    public Reconciliation? Reconciliation { get; init; }

    /// <summary>What was taken out of raw pages, by file.</summary>
    public ImmutableArray<RedactedFile> Redactions { get; init; } = [];

    /// <summary>Whatever else a reader should know, a sentence each; no verdict depends on them.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Every file under <c>data/</c>, sorted by path (ordinal).</summary>
    public ImmutableArray<SealedFile> Files { get; init; } = [];
}
