namespace PolicyEval.Snapshots.Reports;

/// <summary>A run of rows that are read together.</summary>
/// <param name="Offset">Where it starts in the file.</param>
/// <param name="FirstRow">The index of its first row.</param>
/// <param name="FirstLine">The line of that row.</param>
/// <param name="Fingerprint">Of its bytes, where they are read from disk again; else 0.</param>
internal readonly record struct ReportBlock(long Offset, int FirstRow, int FirstLine, ulong Fingerprint);
