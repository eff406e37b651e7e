namespace PolicyEval.Snapshots.Sealing;

/// <summary>A file under <c>data/</c>.</summary>
/// <param name="Path">Relative to the bag, with forward slashes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Rows">The rows of a credential report without its header; null for other files.</param>
public sealed record SealedFile(string Path, string Sha256, long Bytes, long? Rows);
