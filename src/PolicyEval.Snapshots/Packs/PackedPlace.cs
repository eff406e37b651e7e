namespace PolicyEval.Snapshots.Packs;

/// <summary>Where a file of a pack lies.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The path as the user gave it.</param>
/// <param name="Path">The path in the pack.</param>
internal sealed record PackedPlace(PackedFileKind Kind, string Name, string Path);
