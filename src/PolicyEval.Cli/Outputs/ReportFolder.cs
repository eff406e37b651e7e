using PolicyEval.Reporting;

namespace PolicyEval.Cli.Outputs;

/// <summary>A report of several files that is being written.</summary>
/// <param name="Format">The name of its format.</param>
/// <param name="Folder">Where it is written.</param>
internal sealed record ReportFolder(string Format, IReportFolder Folder);
