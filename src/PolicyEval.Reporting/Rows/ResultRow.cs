using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Rows;

/// <summary>A row of the table of results: one item that was tested for one control.</summary>
/// <param name="Framework">The control's framework; null for a finding that serves no control.</param>
/// <param name="Control">The control's id within its framework, or null.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Snapshot">The snapshot that holds the evidence.</param>
internal sealed record ResultRow(string? Framework, string? Control, Finding Finding, SnapshotReference Snapshot)
{
    /// <summary>
    /// The first cell that decided, else the first that stands there and says nothing usable; null where there is none.
    /// </summary>
    public EvidenceCell? First { get; } = Finding.Evidence.FirstOrDefault()
        ?? Finding.Missing.Select(missing => missing.Cell).FirstOrDefault(cell => cell is not null);
}
