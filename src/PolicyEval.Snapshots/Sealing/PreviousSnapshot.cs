namespace PolicyEval.Snapshots.Sealing;

/// <summary>The link of the chain: the snapshot of the same account before this one.</summary>
/// <param name="Digest">Its digest, 64 lower-case hexadecimal digits.</param>
/// <param name="StartedAt">When its collecting began, in UTC.</param>
public sealed record PreviousSnapshot(string Digest, DateTimeOffset StartedAt);
