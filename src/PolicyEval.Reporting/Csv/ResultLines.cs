using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Csv;

/// <summary>
/// A line for each item tested and each control that it was tested for, in the order of the findings.
/// </summary>
internal sealed class ResultLines(CsvLineWriter lines, RunHeader header)
{
    private readonly ResultRows _rows = new(header);

    /// <summary>Writes the line of titles.</summary>
    public void WriteColumns()
    {
        foreach (var column in ResultColumns.All)
            lines.Cell(column.Name);
        lines.End();
    }

    /// <summary>Writes the lines of a finding.</summary>
    public void Write(Finding finding)
    {
        foreach (var row in _rows.Of(finding))
        {
            foreach (var column in ResultColumns.All)
                lines.Cell(column.TextOf(row) ?? "");
            lines.End();
        }
    }
}
