using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>A row of the index: its place, and its account's index among the report's accounts.</summary>
internal readonly record struct IndexedRow(RowPlace Place, int Account);
