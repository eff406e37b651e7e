namespace PolicyEval.Evaluation.Library;

/// <summary>A file that was read whole, whatever stands in it.</summary>
/// <param name="Path">As diagnostics cite it.</param>
/// <param name="IsBundled">Whether it is part of the program.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">Its length.</param>
public sealed record LibraryFile(string Path, bool IsBundled, string Sha256, int Bytes);
