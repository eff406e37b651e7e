namespace PolicyEval.Snapshots.Bags;

/// <summary>A file of a bag that is to be written.</summary>
/// <param name="Path">Relative to the bag, with forward slashes, such as <c>data/users.json</c>.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record BagFile(string Path, ReadOnlyMemory<byte> Bytes);
