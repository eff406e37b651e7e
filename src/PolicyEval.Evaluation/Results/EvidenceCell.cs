namespace PolicyEval.Evaluation.Results;

/// <summary>One cell that decided a verdict, so that a stranger can look it up.</summary>
/// <param name="File">The name of the file inside the snapshot.</param>
/// <param name="Sha256">The file's digest, 64 lower-case hexadecimal digits.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">
/// 1-based, in UTF-16 units: the first unit of the cell as it stands in the file (a quote, if quoted).
/// </param>
/// <param name="Field">The name of the column or JSON property.</param>
/// <param name="Value">
/// The raw value, exactly; of JSON up to its first line end and at most 400 UTF-16 units, with <c>…</c> where more
/// follows.
/// </param>
public sealed record EvidenceCell(string File, string Sha256, int Line, int Column, string Field, string Value)
{
    /// <summary>Where a value stands in a JSON file (RFC 6901), such as <c>/SummaryMap/Users</c>; else empty.</summary>
    public string Pointer { get; init; } = "";
}
