namespace PolicyEval.Snapshots.Calls;

/// <summary>A part of a raw body that is replaced.</summary>
/// <param name="Start">The offset of its first byte.</param>
/// <param name="End">The offset behind its last byte.</param>
/// <param name="Bytes">What stands there instead.</param>
/// <param name="Field">The field it is in, or null for a place outside any.</param>
/// <param name="Reason">Why.</param>
internal sealed record BodyEdit(int Start, int End, byte[] Bytes, BodyNode? Field, string Reason);
