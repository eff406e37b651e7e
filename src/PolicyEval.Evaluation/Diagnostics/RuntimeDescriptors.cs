using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>PE5001 to PE5049 and PE9001: what happens while policies run.</summary>
public static class RuntimeDescriptors
{
    /// <summary>A date behind the instant at which ages are measured.</summary>
    public static DiagnosticDescriptor AfterAsOf { get; } = Warning(
        "PE5001", "Date after asOf",
        "{0} is {1}, after {2}, the instant at which ages are measured: it is no evidence.",
        "The report may be newer than --as-of says, or was changed. Collect it again with its GeneratedTime.");

    /// <summary>An expression that failed.</summary>
    public static DiagnosticDescriptor ExpressionFailed { get; } = Warning(
        "PE5002", "Expression failed", "The policy {0} failed: {1}.",
        "Correct the expression at this place; its outcomes are \"error\" until then, those of other policies stand.");

    /// <summary>A message that could not be computed.</summary>
    public static DiagnosticDescriptor MessageFailed { get; } = Warning(
        "PE5003", "Message failed", "The message of the policy {0} could not be computed: {1}.",
        "The verdict stands. Guard the expression with known(), so that it does not need missing evidence.");

    /// <summary>A run without any verdict.</summary>
    public static DiagnosticDescriptor NothingAssessed { get; } = Warning(
        "PE5004", "Nothing assessed", "Nothing was assessed, so this run proves nothing: {0}.",
        "Collect what is missing and evaluate the folder that holds it; policyeval show says what a control needs.");

    /// <summary>A fault in the program.</summary>
    public static DiagnosticDescriptor Internal { get; } = new(
        "PE9001", "Internal error", "The policy {0} broke the evaluator at {1}: {2}.",
        DiagnosticSeverity.Error,
        "This is a fault in policyeval. Please report it with the policy and the cells of the resource.");

    private static DiagnosticDescriptor Warning(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Warning, help);
}
