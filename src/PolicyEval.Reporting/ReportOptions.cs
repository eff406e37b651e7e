using PolicyEval.Reporting.Csv;
using PolicyEval.Reporting.Sarif;

namespace PolicyEval.Reporting;

/// <summary>What the user may choose of a format; each format takes what is about it.</summary>
public sealed record ReportOptions
{
    /// <summary>Everything as it is by default.</summary>
    public static ReportOptions Default { get; } = new();

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
}
