using System.Diagnostics;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Asff;

/// <summary>What an outcome is in Security Hub.</summary>
/// <param name="Compliance">The status of the compliance.</param>
/// <param name="Workflow">What there is to do.</param>
internal sealed record AsffStatus(string Compliance, string Workflow)
{
    /// <summary>
    /// The status of a finding; null where it is none of Security Hub's. What does not apply is written, so that a
    /// failure of an earlier run does not stay there; what is outside the evidence is not, for then it may.
    /// </summary>
    public static AsffStatus? Of(Outcome outcome, bool isWaived) => outcome switch
    {
        Outcome.Pass => new("PASSED", "RESOLVED"),
        Outcome.Fail => new("FAILED", isWaived ? "SUPPRESSED" : "NEW"),
        Outcome.NotApplicable => new("NOT_AVAILABLE", "RESOLVED"),
        Outcome.Incomplete or Outcome.Error => new("WARNING", "NEW"),
        Outcome.Manual or Outcome.NotAssessed => null,
        _ => throw new UnreachableException($"{outcome}"),
    };

    /// <summary>The severity: that of the policy where something is to be done, else it only informs.</summary>
    public static string SeverityOf(Outcome outcome, Severity severity) => outcome switch
    {
        Outcome.Pass or Outcome.NotApplicable or Outcome.Manual or Outcome.NotAssessed => "INFORMATIONAL",
        Outcome.Fail or Outcome.Incomplete or Outcome.Error => severity switch
        {
            Severity.Info => "INFORMATIONAL",
            Severity.Low => "LOW",
            Severity.Medium => "MEDIUM",
            Severity.High => "HIGH",
            Severity.Critical => "CRITICAL",
            _ => throw new UnreachableException($"{severity}"),
        },
        _ => throw new UnreachableException($"{outcome}"),
    };
}
