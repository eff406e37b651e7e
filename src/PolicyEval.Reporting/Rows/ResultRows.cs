using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;

namespace PolicyEval.Reporting.Rows;

/// <summary>Makes the rows of a run's findings.</summary>
internal sealed class ResultRows(RunHeader header)
{
    private readonly RunIndex _index = new(header);

    /// <summary>A row for each control that the item was tested for; one without where it serves none.</summary>
    public IEnumerable<ResultRow> Of(Finding finding)
    {
        var snapshot = _index.SnapshotOf(finding);
        if (finding.Controls.IsEmpty)
            yield return new ResultRow(null, null, finding, snapshot);
        foreach (var control in finding.Controls)
        {
            var slash = control.IndexOf('/', StringComparison.Ordinal);
            yield return new ResultRow(control[..slash], control[(slash + 1)..], finding, snapshot);
        }
    }
}
