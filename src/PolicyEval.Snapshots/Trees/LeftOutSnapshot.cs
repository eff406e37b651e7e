namespace PolicyEval.Snapshots.Trees;

/// <summary>A snapshot of a tree that is not read on.</summary>
/// <param name="Place">Its place below the folder that was searched.</param>
/// <param name="Account">Its account.</param>
/// <param name="Time">When its evidence is of, in UTC, or null where that is not known.</param>
/// <param name="Reason">Why it is left out.</param>
/// <param name="For">The place of the one that is read in its stead.</param>
public sealed record LeftOutSnapshot(
    string Place, string Account, DateTimeOffset? Time, LeftOutReason Reason, string For);
