using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Reporting.Diagnostics;

/// <summary>PE4130, PE4135, PE4140 to PE4142: what can be wrong with a report that is read again.</summary>
public static class ReportDescriptors
{
    /// <summary>What is no report at all.</summary>
    public static DiagnosticDescriptor NotAReport { get; } = Error(
        "PE4130", "No report", "this is no JSON report of policyeval evaluate: {0}",
        "Write one: policyeval evaluate SNAPSHOT --format json=report.json.");

    /// <summary>What cannot be read at all.</summary>
    public static DiagnosticDescriptor Unreadable { get; } = Error(
        "PE4135", "Report cannot be read", "this cannot be read as a report: {0}",
        "Name the file that policyeval evaluate SNAPSHOT --format json=report.json wrote, and see that you may read "
        + "it.");

    /// <summary>A report of another shape.</summary>
    public static DiagnosticDescriptor UnknownVersion { get; } = Error(
        "PE4140", "Report of an unknown version", "the report has the format {0}, and {1} are read",
        "Read it with the policyeval that wrote it (\"tool\" has its version) or a later one, or evaluate the snapshot "
        + "again.");

    /// <summary>A report whose parts contradict each other.</summary>
    public static DiagnosticDescriptor DoesNotAddUp { get; } = Error(
        "PE4141", "Report that does not add up", "{0}",
        "Somebody cut or changed the report. Take the original, or evaluate the snapshot again.");

    /// <summary>A report that is too large.</summary>
    public static DiagnosticDescriptor TooLarge { get; } = Error(
        "PE4142", "Report too large", "the report has more than {0} bytes",
        "Evaluate fewer snapshots or fewer frameworks at a time.");

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);
}
