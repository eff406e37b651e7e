namespace PolicyEval.Evaluation.Results;

/// <summary>A valid signature of a snapshot, as reports name it.</summary>
/// <param name="KeyId">The sha256 of the key, 64 lower-case hexadecimal digits.</param>
/// <param name="IsTrusted">Whether the user trusts the key.</param>
public sealed record SignatureReference(string KeyId, bool IsTrusted);
