using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Csv;

/// <summary>A line for each control: its verdict with the population and the exceptions.</summary>
internal static class ControlLines
{
    /// <summary>Writes the line of titles.</summary>
    public static void WriteColumns(CsvLineWriter lines) => lines.Line(
        "framework", "version", "control", "title", "section", "levels", "assessment", "outcome", "waived",
        "severity", "population", "pass", "fail", "fail_waived", "not_applicable", "not_assessed", "incomplete",
        "error", "policies", "needs", "command", "evidence_digest");

    /// <summary>Writes the lines.</summary>
    public static void Write(CsvLineWriter lines, RunHeader header, RunFooter footer)
    {
        var digest = ReportDigest.Of(header);
        var versions = header.Frameworks.ToLookup(f => f.Name, f => f.Version, StringComparer.Ordinal);
        foreach (var control in footer.Controls)
        {
            lines.Cell(control.Framework);
            lines.Cell(versions[control.Framework].FirstOrDefault() ?? "");
            // The id alone would be a number to spreadsheets, and 1.10 the same as 1.1.
            lines.Cell($"{control.Framework}/{control.Id}");
            lines.Cell(control.Title);
            lines.Cell(control.Section);
            lines.Cell(string.Join(' ', control.Levels));
            lines.Cell(control.Assessment);
            lines.Cell(ResultWords.Of(control.Outcome));
            lines.Cell(control.Counts.IsWaived ? "yes" : "no");
            lines.Cell(control.Severity is { } severity ? ResultWords.Of(severity) : "");
            WriteCounts(lines, control.Counts);
            lines.Cell(string.Join(' ', control.Policies));
            lines.Cell(control.Needs);
            lines.Cell(control.Command);
            lines.Cell(digest);
            lines.End();
        }
    }

    private static void WriteCounts(CsvLineWriter lines, OutcomeCounts counts)
    {
        lines.Cell(counts.Total);
        lines.Cell(counts.Pass);
        lines.Cell(counts.Fail);
        lines.Cell(counts.Waived);
        lines.Cell(counts.NotApplicable);
        lines.Cell(counts.NotAssessed);
        lines.Cell(counts.Incomplete);
        lines.Cell(counts.Error);
    }
}
