namespace PolicyEval.Reporting.Rechecking;

/// <summary>The bytes of a file of the evidence, or null where it is not at hand.</summary>
/// <param name="snapshot">The digest of the snapshot.</param>
/// <param name="file">The name of the file, as evidence is cited.</param>
public delegate ReadOnlyMemory<byte>? EvidenceContent(string snapshot, string file);
