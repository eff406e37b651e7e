using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Csv;
using PolicyEval.Reporting.Sarif;

namespace PolicyEval.Reporting;

/// <summary>What the user may choose of a format; each format takes what is about it.</summary>
public sealed record ReportOptions
{
    /// <summary>Everything as it is by default.</summary>
    public static ReportOptions Default { get; } = new();

    /// <summary>How much the console report says.</summary>
    public ReportDetail Detail { get; init; } = ReportDetail.Normal;

    /// <summary>
    /// Whether the console report shows only what failed, waived or not, ended in an error or lacks evidence. The
    /// counts are of everything all the same.
    /// </summary>
    public bool FailuresOnly { get; init; }

    /// <summary>What a line of the CSV report is about.</summary>
    public CsvView CsvView { get; init; } = CsvView.Results;

    /// <summary>
    /// Whether the CSV report begins with a byte order mark: some spreadsheets take it for another encoding without.
    /// </summary>
    public bool CsvMark { get; init; }

    /// <summary>How much a SARIF log holds.</summary>
    public SarifProfile SarifProfile { get; init; } = SarifProfile.Full;

    /// <summary>
    /// The region of the Security Hub that ASFF findings are for, such as <c>eu-central-1</c>; null for the region that
    /// IAM is run from in the partition of each.
    /// </summary>
    public string? AsffRegion { get; init; }

    /// <summary>Whether the console report shows a control of this outcome.</summary>
    internal bool Shows(Outcome outcome) =>
        !FailuresOnly || outcome is Outcome.Fail or Outcome.Error or Outcome.Incomplete;
}
