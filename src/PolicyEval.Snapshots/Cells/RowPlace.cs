namespace PolicyEval.Snapshots.Cells;

/// <summary>Where a row stands: its bytes and the 1-based line of its first byte.</summary>
internal readonly record struct RowPlace(int Start, int Length, int Line);
