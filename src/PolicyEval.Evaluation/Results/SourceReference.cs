namespace PolicyEval.Evaluation.Results;

/// <summary>A file of a snapshot.</summary>
/// <param name="File">The name, as evidence is cited.</param>
/// <param name="Path">Where it lies in the snapshot: in a sealed one under <c>data/</c>, else its name.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">The length.</param>
/// <param name="Rows">The number of rows of a credential report without its header, else null.</param>
/// <param name="Status"><c>given</c>, <c>denied</c> or <c>no-such-entity</c>.</param>
public sealed record SourceReference(string File, string Path, string Sha256, long Bytes, long? Rows, string Status)
{
    /// <summary>
    /// The JSON file that this one stands in, as base64 in its property <c>Content</c>, and which lies at
    /// <see cref="Path"/>; null where it is a file of its own.
    /// </summary>
    public string? DecodedFrom { get; init; }
}
