namespace PolicyEval.Snapshots.Packs;

/// <summary>A snapshot as <c>pack.json</c> names it.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Form">How it stands in the pack.</param>
/// <param name="Path">The zip; of bare files the folder that they are in, with a slash at its end.</param>
/// <param name="Digest">The digest of the snapshot, 64 lower-case hexadecimal digits.</param>
internal sealed record PackedSnapshot(string Name, PackedForm Form, string Path, string Digest);
