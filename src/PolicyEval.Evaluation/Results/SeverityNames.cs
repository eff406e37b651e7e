using System.Diagnostics;

namespace PolicyEval.Evaluation.Results;

/// <summary>Severities as files and programs write them, such as <c>high</c>.</summary>
public static class SeverityNames
{
    /// <summary>The name of a severity.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        Severity.Critical => "critical",
        _ => throw new UnreachableException($"{severity}"),
    };
}
