using System.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Ocsf;

/// <summary>What an outcome is in OCSF: of the event, and of the compliance that it is about.</summary>
/// <param name="Id">The status of the event.</param>
/// <param name="Name">Its word.</param>
/// <param name="ComplianceId">The status of the compliance.</param>
/// <param name="Compliance">Its word.</param>
internal sealed record OcsfStatus(int Id, string Name, int ComplianceId, string Compliance)
{
    /// <summary>
    /// The status of a finding. What is not known is no warning of a failure: it is a warning that there is no result.
    /// </summary>
    public static OcsfStatus Of(Outcome outcome, bool isWaived) => outcome switch
    {
        Outcome.Pass => new(4, "Resolved", 1, "Pass"),
        Outcome.Fail when isWaived => new(3, "Suppressed", 3, "Fail"),
        Outcome.Fail => new(1, "New", 3, "Fail"),
        Outcome.Manual => new(1, "New", 0, "Unknown"),
        Outcome.NotApplicable => new(99, "Other", 99, "Other"),
        Outcome.NotAssessed or Outcome.Incomplete or Outcome.Error => new(1, "New", 2, "Warning"),
        _ => throw new UnreachableException($"{outcome}"),
    };

    /// <summary>The outcome as a code, such as <c>NOT_APPLICABLE</c>.</summary>
    public static string CodeOf(Outcome outcome) => ResultWords.Of(outcome).ToUpperInvariant();

    /// <summary>
    /// The severity of an event: that of the policy where something is to be done, for alerts go by it; else it only
    /// informs.
    /// </summary>
    public static (int Id, string Name) SeverityOf(Outcome outcome, Severity severity) => outcome switch
    {
        Outcome.Pass or Outcome.Manual or Outcome.NotApplicable or Outcome.NotAssessed => (1, "Informational"),
        Outcome.Fail or Outcome.Incomplete or Outcome.Error => severity switch
        {
            Severity.Info => (1, "Informational"),
            Severity.Low => (2, "Low"),
            Severity.Medium => (3, "Medium"),
            Severity.High => (4, "High"),
            Severity.Critical => (5, "Critical"),
            _ => throw new UnreachableException($"{severity}"),
        },
        _ => throw new UnreachableException($"{outcome}"),
    };
}
