namespace PolicyEval.Snapshots.Verification;

/// <summary>One snapshot of a chain.</summary>
/// <param name="Name">Its path below the folder that was looked through, with forward slashes.</param>
/// <param name="Account">The account's twelve digits, or the organisation's id.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="StartedAt">When its collecting began, in UTC.</param>
/// <param name="PreviousDigest">The digest that it names as the one before, or null where it names none.</param>
/// <param name="IsAsserted">Whether it is evidence by hand, which no chain holds: its time is somebody's word.</param>
public sealed record ChainLink(
    string Name, string Account, string Digest, DateTimeOffset StartedAt, string? PreviousDigest, bool IsAsserted);
