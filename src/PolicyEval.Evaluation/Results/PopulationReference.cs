namespace PolicyEval.Evaluation.Results;

/// <summary>What says which accounts a run should be about.</summary>
/// <param name="IsFile">Whether the user's file says so, and not an organisation's snapshot.</param>
/// <param name="Name">The path of the file as the user gave it, or the snapshot's name.</param>
/// <param name="Sha256">Of the file, or the snapshot's digest: 64 lower-case hexadecimal digits.</param>
/// <param name="Accounts">How many accounts it names, active or not.</param>
/// <param name="IsWhole">Whether no account can be missing in it.</param>
public sealed record PopulationReference(bool IsFile, string Name, string Sha256, int Accounts, bool IsWhole);
