using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;

namespace PolicyEval.Reporting.Oscal;

/// <summary>
/// The times that OSCAL wants: those of the evidence, for there is no clock. RFC 3339 UTC, which sorts as text.
/// </summary>
internal static class OscalTimes
{
    /// <summary>Stands where the evidence does not tell; the remarks of the document say so.</summary>
    public const string Unknown = "1970-01-01T00:00:00Z";

    /// <summary>When the evidence of a snapshot is of.</summary>
    public static string Of(SnapshotReference? snapshot) => RunIndex.TimeOf(snapshot) ?? Unknown;

    /// <summary>When it was collected: no later than that, also where the verdicts are a projection.</summary>
    public static string Collected(SnapshotReference? snapshot) => RunIndex.CollectedOf(snapshot) ?? Unknown;

    /// <summary>When the first evidence is of.</summary>
    public static string Earliest(RunHeader header) =>
        header.Snapshots.Select(Of).Min(StringComparer.Ordinal) ?? Unknown;

    /// <summary>When the last evidence is of.</summary>
    public static string Latest(RunHeader header) =>
        header.Snapshots.Select(Of).Max(StringComparer.Ordinal) ?? Unknown;
}
