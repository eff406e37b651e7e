using System.Diagnostics;
using PolicyEval.Evaluation.Frameworks;

namespace PolicyEval.Reporting.Catalogues;

/// <summary>The words for the closed sets of a catalogue: one spelling for every format.</summary>
internal static class CatalogueWords
{
    /// <summary>As programs read it, such as <c>needs_evidence</c>.</summary>
    public static string Of(ControlCoverage coverage) => coverage switch
    {
        ControlCoverage.Decided => "decided",
        ControlCoverage.Manual => "manual",
        ControlCoverage.NeedsEvidence => "needs_evidence",
        _ => throw new UnreachableException($"{coverage}"),
    };

    /// <summary>As the framework calls the control.</summary>
    public static string AssessmentOf(FrameworkControl control) => control.IsManual ? "manual" : "automated";

    /// <summary>The policy with the parameters that the framework sets: <c>root-use (windowDays=90)</c>.</summary>
    public static string Of(ControlPolicy use) => use.Params.IsEmpty
        ? use.Name
        : $"{use.Name} ({string.Join(", ", use.Params.Select(param => $"{param.Name}={param.Text}"))})";

    /// <summary>A text without its line breaks.</summary>
    public static string OneLine(string text) => text.Trim().Replace('\n', ' ');
}
