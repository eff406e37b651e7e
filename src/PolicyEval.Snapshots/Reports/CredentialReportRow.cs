using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// One row of a credential report. Costs nothing until a cell is asked for; may be read by any thread.
/// </summary>
public readonly struct CredentialReportRow
{
    private readonly CredentialReport _report;

    internal CredentialReportRow(CredentialReport report, int index)
    {
        _report = report;
        Index = index;
    }

    /// <summary>Its index in the report, by which <see cref="CredentialReport.RowAt"/> finds it.</summary>
    public int Index { get; }

    /// <summary>The line where the row starts, 1-based.</summary>
    public int Line => _report.PlaceOf(Index).Line;

    /// <summary>The user's name, or <c>&lt;root_account&gt;</c>. Allocates.</summary>
    public string User => Cell(CredentialReportColumns.User).Text;

    /// <summary>The user's ARN. Allocates.</summary>
    public string Arn => Cell(CredentialReportColumns.Arn).Text;

    /// <summary>The account's id, from the ARN.</summary>
    public string Account => _report.AccountOf(Index).Id;

    /// <summary>The account's partition, from the ARN.</summary>
    public string Partition => _report.AccountOf(Index).Partition;

    /// <summary>
    /// Whether it is the root user: named <c>&lt;root_account&gt;</c>, and an ARN that ends in <c>:root</c>.
    /// </summary>
    public bool IsRoot => _report.AccountOf(Index).RootRow == Index;

    /// <summary>The cell of a known column, by its ordinal in <see cref="CredentialReportColumns"/>.</summary>
    public Cell Cell(int knownColumn) => _report.KnownCell(Index, knownColumn);

    /// <summary>The cell of any column, by its index in <see cref="CredentialReport.Header"/>.</summary>
    public Cell CellAt(int headerIndex) => _report.HeaderCell(Index, headerIndex);
}
