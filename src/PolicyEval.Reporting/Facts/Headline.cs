using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Facts;

/// <summary>All facts of the headline, for formats that do not lay them out.</summary>
internal static class Headline
{
    /// <summary>By what was judged, what does not count, and which evidence it was.</summary>
    public static IEnumerable<Fact> Of(RunHeader header, RunFooter footer) =>
    [
        .. RuleFacts.Of(header),
        .. GateFacts.Of(header, footer),
        .. header.Snapshots.Length > SnapshotFacts.BlocksMax
            ? ManySnapshotFacts.Of(header, "in the JSON report")
            : header.Snapshots.SelectMany(SnapshotFacts.Of),
    ];
}
