using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Reports;

/// <summary>The header of a report, matched with the known columns.</summary>
/// <param name="Names">As the file writes them.</param>
/// <param name="Known">For each, the known column that it is, or null.</param>
/// <param name="IndexOfKnown">For each known column's ordinal, its index in the header, or -1.</param>
internal sealed record ReportHeader(
    ImmutableArray<string> Names,
    ImmutableArray<CredentialReportColumn?> Known,
    ImmutableArray<int> IndexOfKnown);
