using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// One row of a credential report. Costs nothing until something is asked of it; may be read by any thread. One of
/// <see cref="CredentialReport.RowAt"/> is good for ever, one of <see cref="RowCursor.Row"/> until the cursor's next
/// block.
/// </summary>
/// <remarks>
/// Of a large file, which is not held in memory, everything but <see cref="Index"/> may throw
/// <see cref="Sources.EvidenceReadException"/>: the file was changed, or cannot be read any more.
/// </remarks>
public readonly struct CredentialReportRow
{
    private readonly CredentialReport _report;
    private readonly CsvBlock? _block;
    private readonly int _rowOfBlock;

    internal CredentialReportRow(CredentialReport report, int index)
    {
        _report = report;
        Index = index;
    }

    internal CredentialReportRow(CredentialReport report, CsvBlock block, int rowOfBlock, int index)
    {
        _report = report;
        _block = block;
        _rowOfBlock = rowOfBlock;
        Index = index;
    }

    /// <summary>Its index in the report, by which <see cref="CredentialReport.RowAt"/> finds it.</summary>
    public int Index { get; }

    /// <summary>The line where the row starts, 1-based.</summary>
    public int Line => Find(out var row).LineOf(row);

    /// <summary>The user's name, or <c>&lt;root_account&gt;</c>. Allocates.</summary>
    public string User => Cell(CredentialReportColumns.User).Text;

    /// <summary>The user's ARN. Allocates.</summary>
    public string Arn => Cell(CredentialReportColumns.Arn).Text;

    /// <summary>The account's id, from the ARN.</summary>
    public string Account => _report.AccountOf(Find(out var row), row).Id;

    /// <summary>The account's partition, from the ARN.</summary>
    public string Partition => _report.AccountOf(Find(out var row), row).Partition;

    /// <summary>
    /// Whether it is the root user: named <c>&lt;root_account&gt;</c>, and an ARN that ends in <c>:root</c>.
    /// </summary>
    public bool IsRoot => _report.IsRoot(Find(out var row), row);

    /// <summary>The cell of a known column, by its ordinal in <see cref="CredentialReportColumns"/>.</summary>
    public Cell Cell(int knownColumn) => _report.KnownCell(Find(out var row), row, knownColumn);

    /// <summary>The cell of any column, by its index in <see cref="CredentialReport.Header"/>.</summary>
    public Cell CellAt(int headerIndex) => _report.HeaderCell(Find(out var row), row, headerIndex);

    private CsvBlock Find(out int rowOfBlock)
    {
        rowOfBlock = _rowOfBlock;
        return _block ?? _report.BlockOf(Index, out rowOfBlock);
    }
}
