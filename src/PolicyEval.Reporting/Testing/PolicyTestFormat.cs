using PolicyEval.Evaluation.Testing.Results;

namespace PolicyEval.Reporting.Testing;

/// <summary>A format of test results by its name.</summary>
/// <param name="Name">What the user writes: <c>--format junit</c>.</param>
/// <param name="Description">One line for the help.</param>
/// <param name="Write">Writes a run to a stream, which stays open.</param>
public sealed record PolicyTestFormat(
    string Name, string Description, Action<PolicyTestRun, PolicyTestDetails, Stream, ReportStyle> Write);
