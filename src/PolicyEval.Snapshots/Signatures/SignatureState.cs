namespace PolicyEval.Snapshots.Signatures;

/// <summary>One signature of a snapshot.</summary>
/// <param name="KeyId">The key id that its files are named by.</param>
/// <param name="Status">What it turned out to be.</param>
/// <param name="IsTrusted">Whether it is valid and its key is among those that the user trusts.</param>
public sealed record SignatureState(string KeyId, SignatureStatus Status, bool IsTrusted);
