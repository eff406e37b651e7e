namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// The population counted by independent sources: rows in the report = users in the summary + root = users listed.
/// </summary>
/// <param name="ReportRows">The report's rows without its header.</param>
/// <param name="HasRootRow">Whether one of them is root's.</param>
/// <param name="SummaryUsers">GetAccountSummary's <c>Users</c>; null where it gave no answer.</param>
/// <param name="ListedUsers">The users that ListUsers named; null where it gave no answer.</param>
/// <param name="Agrees">Whether the counts that are known agree, and none is missing.</param>
/// <param name="Explanation">Why not, in sentences that name users created or deleted since; else empty.</param>
public sealed record Reconciliation(
    long ReportRows, bool HasRootRow, long? SummaryUsers, long? ListedUsers, bool Agrees, string Explanation);
