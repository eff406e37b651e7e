using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>A column that AWS documents.</summary>
/// <param name="Name">As the header of a report writes it.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Ordinal">Its index in <see cref="CredentialReportColumns.All"/>, by which rows are asked.</param>
public sealed record CredentialReportColumn(string Name, ColumnKind Kind, int Ordinal);
