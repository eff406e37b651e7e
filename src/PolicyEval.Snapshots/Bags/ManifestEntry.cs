namespace PolicyEval.Snapshots.Bags;

/// <summary>One line of a manifest.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Path">Relative to the bag.</param>
internal readonly record struct ManifestEntry(string Sha256, string Path);
