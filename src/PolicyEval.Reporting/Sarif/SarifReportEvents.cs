using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Sarif;

/// <summary>What kept findings from being decided, counted by policy: there may be as many as resources.</summary>
internal sealed class SarifReportEvents
{
    private const string PolicyError = "policy_error";
    private const string MissingEvidence = "missing_evidence";
    private const string LeftOut = "left_out";

    private readonly OrderedDictionary<(string Policy, Outcome Outcome), (Finding First, int Count)> _counts = [];

    /// <summary>What the events are called.</summary>
    public static ImmutableArray<SarifRule> Descriptors { get; } =
    [
        new(
            PolicyError, "PolicyError", "A policy failed while it ran.", "A policy failed while it ran.",
            "Look at the expression of the policy: policyeval check, policyeval test.", SarifLevel.Error),
        new(
            MissingEvidence, "MissingEvidence", "Evidence in scope is absent, denied or unreadable.",
            "Evidence in scope is absent, denied or unreadable.",
            "Collect what is missing; each result says which file it is.", SarifLevel.Warning),
        new(
            LeftOut, "LeftOut", "Failures were left out.", "There are more failures than the reader takes.",
            "Take the full profile, or any other format.", SarifLevel.Warning),
    ];

    /// <summary>Takes a finding.</summary>
    public void Add(Finding finding)
    {
        if (finding.Outcome is not (Outcome.Error or Outcome.Incomplete))
            return;

        var key = (finding.Policy, finding.Outcome);
        _counts[key] = _counts.TryGetValue(key, out var seen) ? (seen.First, seen.Count + 1) : (finding, 1);
    }

    /// <summary>How the run ended.</summary>
    /// <param name="footer">What came out.</param>
    /// <param name="leftOut">How many failures are not in the log.</param>
    public SarifInvocation InvocationOf(RunFooter footer, int leftOut)
    {
        var events = _counts.Select(count => Of(count.Key.Outcome, count.Value.First, count.Value.Count));
        if (leftOut > 0)
            events = events.Append(new SarifNotification(
                LeftOut, SarifLevel.Warning,
                $"{ResultWords.Plural(leftOut, "failure")} of the lowest severities left out: code scanning takes "
                + $"{SarifWorstFindings.Max}."));
        return new SarifInvocation(footer.ExitCode, [.. footer.Diagnostics.Select(Of)]) { Events = [.. events] };
    }

    private static SarifNotification Of(Outcome outcome, Finding first, int count)
    {
        var isError = outcome == Outcome.Error;
        var what = ResultWords.Plural(count, "finding") + (isError ? " ended in an error" : " without evidence");
        return new SarifNotification(
            isError ? PolicyError : MissingEvidence,
            isError ? SarifLevel.Error : SarifLevel.Warning,
            SarifText.Sentence($"{first.Policy}: {what}, the first {first.Resource.Id}: {first.Message}"))
        {
            Rule = first.Policy,
        };
    }

    private static SarifNotification Of(Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.Severity switch
        {
            DiagnosticSeverity.Info => SarifLevel.Note,
            DiagnosticSeverity.Warning => SarifLevel.Warning,
            DiagnosticSeverity.Error => SarifLevel.Error,
            _ => throw new UnreachableException($"{diagnostic.Severity}"),
        },
        SarifText.Sentence(diagnostic.Location.File.Length == 0
            ? diagnostic.Message
            : $"{diagnostic.Location}: {diagnostic.Message}"));
}
