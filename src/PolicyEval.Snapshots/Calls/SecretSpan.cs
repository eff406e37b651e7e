namespace PolicyEval.Snapshots.Calls;

/// <summary>A part of a text that looks like a secret.</summary>
/// <param name="Start">The offset of its first byte.</param>
/// <param name="End">The offset behind its last byte.</param>
/// <param name="Kind">What it looks like.</param>
internal readonly record struct SecretSpan(int Start, int End, SecretKind Kind);
