namespace PolicyEval.Snapshots.Verification;

/// <summary>One check of a verification.</summary>
/// <param name="Name">Stable, in kebab-case: <c>manifests</c>, <c>document</c>, <c>derivation</c> …</param>
/// <param name="Status">What came of it.</param>
/// <param name="Detail">What was looked at, in a few words with counts: <c>34 files</c>.</param>
public sealed record VerificationCheck(string Name, CheckStatus Status, string Detail);
