using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>A column of times or flags.</summary>
/// <param name="Index">Its index in the header.</param>
/// <param name="Ordinal">Its ordinal in <see cref="CredentialReportColumns"/>.</param>
/// <param name="Kind">What it holds.</param>
internal readonly record struct TypedColumn(int Index, int Ordinal, ColumnKind Kind);
