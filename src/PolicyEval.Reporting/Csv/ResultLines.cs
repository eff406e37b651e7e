using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Csv;

/// <summary>
/// A line for each item tested and each control that it was tested for, in the order of the findings: what it was drawn
/// from, the verdict, the exception, and the first cell that decided with its file's digest and the command that shows
/// it; the other cells follow in one. How large a population is stands in the view of controls.
/// </summary>
internal sealed class ResultLines(CsvLineWriter lines, RunHeader header)
{
    /// <summary>The columns from file to look_up.</summary>
    private const int EvidenceColumns = 7;

    private readonly RunIndex _index = new(header);

    /// <summary>Writes the line of titles.</summary>
    public void WriteColumns() => lines.Line(
        "framework", "control", "policy", "title", "population", "account", "account_name", "resource_type",
        "resource", "arn", "outcome", "severity", "reason", "message", "exception", "exception_owner",
        "exception_until", "exception_why", "baseline", "as_of", "snapshot", "snapshot_digest", "file", "sha256",
        "line", "column", "field", "value", "look_up", "more_evidence", "missing", "fingerprint");

    /// <summary>Writes the lines of a finding.</summary>
    public void Write(Finding finding)
    {
        if (finding.Controls.IsEmpty)
            WriteLine("", "", finding);
        foreach (var control in finding.Controls)
        {
            var slash = control.IndexOf('/', StringComparison.Ordinal);
            WriteLine(control[..slash], control[(slash + 1)..], finding);
        }
    }

    private void WriteLine(string framework, string control, Finding finding)
    {
        var snapshot = _index.SnapshotOf(finding);
        var resource = finding.Resource;
        lines.Cell(framework);
        lines.Cell(control);
        lines.Cell(finding.Policy);
        lines.Cell(finding.Title);
        lines.Cell(resource.Account.Length > 0 ? $"{resource.Type} of {resource.Account}" : resource.Type);
        lines.Cell(resource.Account);
        lines.Cell(snapshot.Accounts.Length == 1 ? snapshot.AccountName : "");
        lines.Cell(resource.Type);
        lines.Cell(resource.Id);
        lines.Cell(resource.Arn);
        lines.Cell(ResultWords.Of(finding.Outcome));
        lines.Cell(ResultWords.Of(finding.Severity));
        lines.Cell(finding.Reason);
        lines.Cell(finding.Message);
        lines.Cell(finding.Waiver?.Name ?? "");
        lines.Cell(finding.Waiver?.Owner ?? "");
        lines.Cell(finding.Waiver?.Expires ?? "");
        lines.Cell(finding.Waiver?.Justification ?? "");
        lines.Cell(finding.Baseline is { } baseline ? ResultWords.Of(baseline) : "");
        lines.Cell(snapshot.AsOf ?? "");
        lines.Cell(snapshot.Name);
        lines.Cell(snapshot.Digest);
        WriteEvidence(finding, snapshot);
        lines.Cell(string.Join("; ", finding.Missing.Select(missing =>
            $"{missing.File} {missing.Field}: {missing.Why}")));
        lines.Cell(finding.Fingerprint);
        lines.End();
    }

    private void WriteEvidence(Finding finding, SnapshotReference snapshot)
    {
        var first = finding.Evidence.FirstOrDefault()
            ?? finding.Missing.Select(missing => missing.Cell).FirstOrDefault(cell => cell is not null);
        if (first is null)
        {
            for (var i = 0; i < EvidenceColumns; i++)
                lines.Cell("");
        }
        else
        {
            lines.Cell(first.File);
            lines.Cell(first.Sha256);
            lines.Cell(first.Line);
            lines.Cell(first.Column);
            lines.Cell(first.Field);
            lines.Cell(first.Value);
            lines.Cell(HandCheck.LineOf(snapshot, first));
        }

        lines.Cell(string.Join("; ", finding.Evidence.Skip(1).Select(cell =>
            FormattableString.Invariant($"{cell.File}:{cell.Line}:{cell.Column} {cell.Field} = {cell.Value}"))));
    }
}
