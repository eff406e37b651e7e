using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>
/// The ledger of PE3061 to PE3079: policies that are correct and hardly what their author meant. A number is never used
/// again.
/// </summary>
internal static class LintDescriptors
{
    /// <summary>A variable that no expression names.</summary>
    public static DiagnosticDescriptor UnusedVariable { get; } = Warning(
        "PE3061", "Unused variable", "No expression uses the variable \"{0}\".",
        "Use it as variables.NAME, or remove it.");

    /// <summary>A parameter that no expression names.</summary>
    public static DiagnosticDescriptor UnusedParam { get; } = Warning(
        "PE3062", "Unused parameter", "No expression uses the parameter \"{0}\": to set it changes nothing.",
        "Use it as params.NAME, or remove it.");

    /// <summary>Two validations of one expression.</summary>
    public static DiagnosticDescriptor DuplicateValidation { get; } = Warning(
        "PE3063", "Validation that stands twice", "This validation asks the same as the one at line {0}.",
        "Correct one of the two: perhaps it was meant for the second access key or certificate.");

    /// <summary>A validation that the match conditions decide.</summary>
    public static DiagnosticDescriptor DecidedByMatch { get; } = Warning(
        "PE3064", "Validation that is decided before",
        "This validation is always {0}: the match conditions have asked for it already.",
        "A match condition that is false makes the finding not applicable. What must hold is for the validations.");

    private static DiagnosticDescriptor Warning(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Warning, help);
}
