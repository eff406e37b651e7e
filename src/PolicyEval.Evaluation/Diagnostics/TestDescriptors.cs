using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>PE3081 to PE3099: what tests of policies say.</summary>
public static class TestDescriptors
{
    /// <summary>A key that builds a file which stands there as text.</summary>
    public static DiagnosticDescriptor Conflict { get; } = Error(
        "PE3081", "Evidence described twice", "\"{0}\" cannot stand beside \"{1}\" in one case.",
        "The file is given as text already; keep the one that the case is about.");

    /// <summary>An instant that is not in its form.</summary>
    public static DiagnosticDescriptor MalformedInstant { get; } = Error(
        "PE3082", "Malformed instant", "\"{0}\" cannot be \"{1}\": a date, or a date and time with a zone, is needed.",
        "For example: 2026-01-02T03:04:05Z, or 2026-01-02, which means 00:00:00 UTC of that day.");

    /// <summary>A snapshot beside tests that lie in no folder.</summary>
    public static DiagnosticDescriptor NoFolderOfTests { get; } = Error(
        "PE3083", "No folder for the snapshot", "Tests inside the program cannot name a snapshot of a folder.",
        "Write the rows into the case; or keep the tests in a folder and run \"policyeval test DIR\".");

    /// <summary>A number of the summary that is none.</summary>
    public static DiagnosticDescriptor NotANumber { get; } = Error(
        "PE3084", "Not a number", "\"{0}\" cannot be \"{1}\": it takes an int.",
        "Write decimal digits; what AWS would never answer goes into \"files\" as text.");

    /// <summary>Evidence that the reader of snapshots refuses.</summary>
    public static DiagnosticDescriptor EvidenceRefused { get; } = Error(
        "PE3085", "Evidence of a case cannot be read", "The evidence of the case \"{0}\" cannot be read: {1}",
        "Evidence of tests goes through the same readers as real evidence, which refuse it before any policy runs.");

    /// <summary>A case that cannot be evaluated.</summary>
    public static DiagnosticDescriptor CaseRefused { get; } = Error(
        "PE3086", "Case cannot be run", "The case \"{0}\" cannot be run: {1}",
        "What \"policyeval evaluate\" refuses with these options cannot be tested either.");

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);
}
