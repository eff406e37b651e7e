using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>Ends the reading of a report with a diagnostic. It never leaves this folder's door.</summary>
internal sealed class UnreadableReportException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    /// <summary>What is wrong, and where.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
