using System.Collections.Immutable;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// The part of <see cref="SnapshotDocument"/> that does not follow from the evidence itself. Everything else is
/// composed from the evidence, and a verifier composes it again. Immutable.
/// </summary>
public sealed record SnapshotFacts
{
    /// <inheritdoc cref="SnapshotDocument.Kind"/>
    public SnapshotKind Kind { get; init; } = SnapshotKind.Account;

    /// <inheritdoc cref="SnapshotDocument.Origin"/>
    public SnapshotOrigin Origin { get; init; } = SnapshotOrigin.Collected;

    /// <inheritdoc cref="SnapshotDocument.Account"/>
    public string Account { get; init; } = "";

    /// <inheritdoc cref="SnapshotDocument.Partition"/>
    public string Partition { get; init; } = "";

    /// <inheritdoc cref="SnapshotDocument.Assertion"/>
    public SnapshotAssertion? Assertion { get; init; }

    /// <inheritdoc cref="SnapshotDocument.Producer"/>
    public required string Producer { get; init; }

    /// <inheritdoc cref="SnapshotDocument.StartedAt"/>
    public required DateTimeOffset StartedAt { get; init; }

    /// <inheritdoc cref="SnapshotDocument.EndedAt"/>
    public required DateTimeOffset EndedAt { get; init; }

    /// <inheritdoc cref="SnapshotDocument.Plan"/>
    public ImmutableArray<ApiOperation> Plan { get; init; } = [];

    /// <inheritdoc cref="SnapshotDocument.Previous"/>
    public PreviousSnapshot? Previous { get; init; }

    /// <summary>The sentences of a document that is verified; null where it is composed for the first time.</summary>
    internal SnapshotWords? Words { get; init; }
}
