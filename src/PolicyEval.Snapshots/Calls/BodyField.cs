namespace PolicyEval.Snapshots.Calls;

/// <summary>A text value of a raw body: an element without children, or a JSON string.</summary>
/// <param name="Node">Where it stands, for its path.</param>
/// <param name="Start">The offset of its first byte, behind the tag or quote.</param>
/// <param name="End">The offset behind its last byte.</param>
internal readonly record struct BodyField(BodyNode Node, int Start, int End);
