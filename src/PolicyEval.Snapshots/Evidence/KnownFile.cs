namespace PolicyEval.Snapshots.Evidence;

/// <summary>A file that a snapshot folder may hold.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Words">What it is, within a sentence.</param>
/// <param name="Command">The AWS CLI command that writes its evidence into the current folder.</param>
public sealed record KnownFile(string Name, string Words, string Command);
