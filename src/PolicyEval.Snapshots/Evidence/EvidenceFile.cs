namespace PolicyEval.Snapshots.Evidence;

/// <summary>A file of a snapshot that was read.</summary>
/// <param name="Name">As evidence cites it, relative to the snapshot.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Status">What it holds.</param>
/// <param name="Rows">The rows of a credential report without its header; null for other files.</param>
/// <param name="Command">The AWS CLI command that gets it.</param>
public sealed record EvidenceFile(
    string Name, string Sha256, long Length, EvidenceStatus Status, long? Rows, string Command)
{
    /// <summary>
    /// Where the file lies in its snapshot: <c>data/credential-report.csv</c> in a sealed one. A file that was decoded
    /// from another one lies there.
    /// </summary>
    public string Path { get; init; } = Name;

    /// <summary>The name of the JSON file whose base64 <c>Content</c> this file was decoded from, or null.</summary>
    public string? DecodedFrom { get; init; }
}
