namespace PolicyEval.Evaluation.Results;

/// <summary>Evidence that a verdict needed and did not get.</summary>
/// <param name="File">The file that should hold it, by its name in a snapshot.</param>
/// <param name="Field">The column or property.</param>
/// <param name="Why">
/// One clause: not given, no such column, no row for root, <c>not_supported</c>, access denied …
/// </param>
/// <param name="Command">The AWS CLI command that gets the file, or empty.</param>
public sealed record MissingEvidence(string File, string Field, string Why, string Command)
{
    /// <summary>The cell that stands there but says nothing usable, or null.</summary>
    public EvidenceCell? Cell { get; init; }
}
