using System.Collections.Immutable;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Collector.Accounts;

/// <summary>What one collection asked and got: all that a snapshot is made of. Immutable.</summary>
internal sealed record CollectedEvidence
{
    /// <summary>Of an account or of an organisation.</summary>
    public required SnapshotKind Kind { get; init; }

    /// <summary>The account's twelve digits, or the organisation's id.</summary>
    public required string Account { get; init; }

    /// <summary>The partition, from the caller's ARN.</summary>
    public required string Partition { get; init; }

    /// <summary>Who called.</summary>
    public required SnapshotCaller Caller { get; init; }

    /// <summary>When collecting began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last answer was in.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>What was to be asked, in its order.</summary>
    public required ImmutableArray<ApiOperation> Plan { get; init; }

    /// <summary>Every attempt.</summary>
    public required ImmutableArray<CallRecord> Records { get; init; }

    /// <summary>The raw pages by their path in the bag, secrets taken out.</summary>
    public required ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Pages { get; init; }
}
