namespace PolicyEval.Evaluation.Results;

/// <summary>One cell that decided a verdict, so that a stranger can look it up.</summary>
/// <param name="File">The name of the file inside the snapshot.</param>
/// <param name="Sha256">The file's digest, 64 lower-case hexadecimal digits.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">
/// 1-based, in UTF-16 units: the first unit of the cell as it stands in the file (a quote, if quoted).
/// </param>
/// <param name="Field">The name of the column or JSON property.</param>
/// <param name="Value">The raw value, exactly.</param>
public sealed record EvidenceCell(string File, string Sha256, int Line, int Column, string Field, string Value);
