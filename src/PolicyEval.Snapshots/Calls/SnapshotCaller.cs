namespace PolicyEval.Snapshots.Calls;

/// <summary>Who collected, as STS GetCallerIdentity says.</summary>
/// <param name="Arn">The ARN of the user or session.</param>
/// <param name="UserId">The unique id.</param>
/// <param name="Account">The twelve digits of the account that the credentials are of.</param>
public sealed record SnapshotCaller(string Arn, string UserId, string Account);
