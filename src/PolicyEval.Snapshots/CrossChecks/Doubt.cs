namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Evidence that another source of the same snapshot contradicts. What it shows to be wrong stays wrong; nothing is
/// proven right by it.
/// </summary>
/// <param name="File">The file that holds it, by its name in a snapshot.</param>
/// <param name="Field">
/// The list at the top of an answer, a property of its elements as in <c>Policies/AttachmentCount</c>, or the column of
/// the credential report.
/// </param>
/// <param name="Row">The index of the report's row or of the element; -1 for the list or column as a whole.</param>
/// <param name="Why">One clause that names the other source with its place.</param>
public sealed record Doubt(string File, string Field, int Row, string Why)
{
    /// <summary>The row of what is neither row nor element.</summary>
    public const int Whole = -1;
}
