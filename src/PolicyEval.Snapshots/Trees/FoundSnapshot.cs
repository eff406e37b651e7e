using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Snapshots.Trees;

/// <summary>A snapshot in a tree of them. What it says of itself is not verified yet.</summary>
public sealed record FoundSnapshot
{
    /// <summary>Where it lies.</summary>
    public required string Path { get; init; }

    /// <summary>The same below the folder that was searched, with slashes: its name in messages.</summary>
    public required string Place { get; init; }

    /// <summary>What it is of.</summary>
    public SnapshotKind Kind { get; init; } = SnapshotKind.Account;

    /// <summary>
    /// The account (or the organisation) that it says it is of, or that its folder is named after; empty where neither
    /// tells.
    /// </summary>
    public string Account { get; init; } = "";

    /// <summary>
    /// When it says that collecting began, or the time that it is named after; null where neither tells.
    /// </summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>
    /// The digest that its seal claims; empty where nothing sealed it, and where what it says of itself is not what was
    /// sealed.
    /// </summary>
    public string Digest { get; init; } = "";

    /// <summary>
    /// Whether the seal tells account and time, as it was collected. Of evidence by hand only opening it tells more.
    /// </summary>
    public bool IsCollected { get; init; }
}
