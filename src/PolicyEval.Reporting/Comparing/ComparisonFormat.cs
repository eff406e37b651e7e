namespace PolicyEval.Reporting.Comparing;

/// <summary>A format of a comparison by its name.</summary>
/// <param name="Name">What the user writes: <c>--format markdown</c>.</param>
/// <param name="Description">One line for the help.</param>
/// <param name="Write">Writes a report to a stream, which stays open.</param>
public sealed record ComparisonFormat(
    string Name, string Description, Action<ComparisonReport, Stream, ReportStyle> Write);
