namespace PolicyEval.Snapshots.Sealing;

/// <summary>Who vouches for evidence that was gathered by hand.</summary>
/// <param name="By">A name, role or address in the words of who asserts it.</param>
/// <param name="At">When, in UTC; their word.</param>
/// <param name="Note">How it was gathered; may be empty.</param>
public sealed record SnapshotAssertion(string By, DateTimeOffset At, string Note);
