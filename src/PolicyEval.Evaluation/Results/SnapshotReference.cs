using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>A snapshot as reports name it.</summary>
public sealed record SnapshotReference
{
    /// <summary>The name that the user gave, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>What tells its findings and files from those of the run's other snapshots.</summary>
    public SnapshotLabel Label { get; init; } = SnapshotLabel.Alone;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>What it says of itself; null for bare files, which reports call UNSEALED.</summary>
    public SealReference? Seal { get; init; }

    /// <summary>The account's id; empty where there are several or none is known.</summary>
    public required string Account { get; init; }

    /// <summary>The account's alias, or the name that the population has for it; empty where there is none.</summary>
    public string AccountName { get; init; } = "";

    /// <summary>All account ids, in the order of the evidence.</summary>
    public required ImmutableArray<string> Accounts { get; init; }

    /// <summary><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c>; empty where unknown.</summary>
    public required string Partition { get; init; }

    /// <summary>When AWS generated the credential report, RFC 3339 UTC, or null.</summary>
    public string? GeneratedTime { get; init; }

    /// <summary>The instant at which ages are measured, RFC 3339 UTC, or null where none is known.</summary>
    public string? AsOf { get; init; }

    /// <summary>Whether <see cref="AsOf"/> lies after the evidence's own time: the verdicts are a projection.</summary>
    public bool Projected { get; init; }

    /// <summary>How old it is; null where nobody asked.</summary>
    public EvidenceAge? Age { get; init; }

    /// <summary>The files, sorted by name.</summary>
    public required ImmutableArray<SourceReference> Sources { get; init; }
}
