namespace PolicyEval.Evaluation.Results;

/// <summary>A file that shapes a result and is neither evidence nor policy.</summary>
/// <param name="Path">The path as the user gave it.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record InputFile(string Path, string Sha256);
