using PolicyEval.Evaluation.Periods;

namespace PolicyEval.Reporting.Periods;

/// <summary>A format of what a period shows, by its name.</summary>
/// <param name="Name">What the user writes: <c>--format json</c>.</param>
/// <param name="Description">One line for the help.</param>
/// <param name="Write">Writes a report to a stream, which stays open.</param>
public sealed record PeriodFormat(string Name, string Description, Action<PeriodReport, Stream, ReportStyle> Write);
