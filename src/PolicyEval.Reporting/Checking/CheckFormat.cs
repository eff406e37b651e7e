namespace PolicyEval.Reporting.Checking;

/// <summary>A format of what a check found by its name.</summary>
/// <param name="Name">What the user writes: <c>--format sarif</c>.</param>
/// <param name="Description">One line for the help.</param>
/// <param name="Write">Writes a report to a stream, which stays open.</param>
public sealed record CheckFormat(string Name, string Description, Action<CheckReport, Stream, ReportStyle> Write);
