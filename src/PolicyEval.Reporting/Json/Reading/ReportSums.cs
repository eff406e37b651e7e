using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>Adds up what a report has, to be compared with what it says that it has.</summary>
/// <param name="header">The inputs.</param>
internal sealed class ReportSums(RunHeader header)
{
    private const int ExitCodeMax = 3;

    private OutcomeCounts _counts = OutcomeCounts.None;
    private int _gateFailures;
    private int _knownFailures;

    /// <summary>Counts a finding.</summary>
    public void Add(Finding finding)
    {
        _counts = _counts.Add(finding.Outcome, finding.Waiver is not null);
        if (!finding.IsOpenFailure(header.Options.FailOn))
            return;
        if (finding.Baseline == BaselineState.Known)
            _knownFailures++;
        else
            _gateFailures++;
    }

    /// <summary>What does not add up; null where all does.</summary>
    public string? ProblemOf(RunFooter footer)
    {
        if (footer.Findings != _counts)
            return $"the summary counts {ResultWords.Counted(footer.Findings)}, and the findings are "
                + ResultWords.Counted(_counts);
        if ((footer.GateFailures, footer.KnownFailures) != (_gateFailures, _knownFailures))
            return FormattableString.Invariant($"the summary counts {footer.GateFailures} failures at the gate and ")
                + FormattableString.Invariant($"{footer.KnownFailures} known ones, ")
                + FormattableString.Invariant($"and the findings are {_gateFailures} and {_knownFailures}");
        if (footer.ExitCode > ExitCodeMax)
            return FormattableString.Invariant($"no run ends in {footer.ExitCode}");
        var twice = footer.Controls.GroupBy(control => (control.Framework, control.Id)).FirstOrDefault(
            same => same.Count() > 1);
        return twice is null ? null : $"the control {twice.Key.Framework}/{twice.Key.Id} stands in it twice";
    }
}
