using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting;

/// <summary>A format by its name.</summary>
/// <param name="Name">What the user writes: <c>--format json</c>.</param>
/// <param name="Description">One line for the help.</param>
/// <param name="Create">
/// Makes a writer over a stream, which the writer flushes and leaves open. The report is complete when
/// <see cref="IResultSink.End"/> has returned.
/// </param>
public sealed record ReportFormat(
    string Name, string Description, Func<Stream, ReportStyle, ReportOptions, IResultSink> Create)
{
    /// <summary>Whether it is no text, so that a terminal cannot show it.</summary>
    public bool IsBinary { get; init; }

    /// <summary>
    /// Makes a writer of the same report as several files in a folder; null where it is one file. Who is
    /// <see cref="IDisposable"/> is closed when no more comes, also of a run that was broken off.
    /// </summary>
    public Func<IReportFolder, ReportOptions, IResultSink>? CreateInFolder { get; init; }
}
