namespace PolicyEval.Snapshots.Bags;

/// <summary>A file of a bag.</summary>
/// <param name="Path">Relative to the bag, with forward slashes.</param>
/// <param name="Length">In bytes, as the folder or zip says.</param>
public sealed record BagEntry(string Path, long Length);
