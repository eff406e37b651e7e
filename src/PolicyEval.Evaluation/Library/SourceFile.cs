namespace PolicyEval.Evaluation.Library;

/// <summary>A file before it is read: its name in diagnostics, where it comes from, and its bytes.</summary>
/// <param name="Path">As diagnostics cite it.</param>
/// <param name="Origin">As <c>PolicyFile.Origin</c> has it.</param>
/// <param name="Bytes">The content.</param>
internal sealed record SourceFile(string Path, string Origin, byte[] Bytes);
