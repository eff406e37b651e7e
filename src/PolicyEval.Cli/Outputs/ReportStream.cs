using PolicyEval.Reporting;

namespace PolicyEval.Cli.Outputs;

/// <summary>A report that is being written.</summary>
/// <param name="Format">The name of its format.</param>
/// <param name="Stream">Where it is written; stays open.</param>
/// <param name="Style">How text looks there.</param>
internal sealed record ReportStream(string Format, Stream Stream, ReportStyle Style);
