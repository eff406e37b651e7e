namespace PolicyEval.Snapshots.Packs;

/// <summary>A file of a pack, beside the snapshots.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The path as the user gave it, by which reports and messages name it.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record PackedFile(PackedFileKind Kind, string Name, ReadOnlyMemory<byte> Bytes);
