namespace PolicyEval.Snapshots.Sealing;

/// <summary>A snapshot in a tree of them. What it says of itself is not verified yet.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Account">
/// The account that it says it is of, or that its folder is named after; empty where neither tells.
/// </param>
/// <param name="StartedAt">
/// When it says that collecting began, or the time that it is named after; null where neither tells.
/// </param>
public sealed record FoundSnapshot(string Path, string Account, DateTimeOffset? StartedAt);
