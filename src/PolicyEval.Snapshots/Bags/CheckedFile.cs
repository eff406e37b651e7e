namespace PolicyEval.Snapshots.Bags;

/// <summary>A file of the payload whose bytes are those that the manifest lists.</summary>
/// <param name="Path">Relative to the bag.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Length">In bytes.</param>
internal sealed record CheckedFile(string Path, string Sha256, long Length);
