using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>Reports names that do not exist.</summary>
internal static class NameReport
{
    /// <summary>Reports a mistyped name, with the name that was probably meant.</summary>
    /// <param name="diagnostics">Takes the diagnostic.</param>
    /// <param name="descriptor">What is wrong.</param>
    /// <param name="location">Where.</param>
    /// <param name="name">The name as it was written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <param name="arguments">The arguments of the message.</param>
    public static void ReportName(
        this DiagnosticBag diagnostics,
        DiagnosticDescriptor descriptor,
        Location location,
        string name,
        IEnumerable<string> candidates,
        params ReadOnlySpan<string> arguments) =>
        diagnostics.Add(Diagnostic.Create(descriptor, location, arguments) with
        {
            Suggestion = NameSuggester.Nearest(name, candidates),
        });
}
