using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The lines below a row: its counts, the rules where all is wanted, and the findings that matter.</summary>
internal sealed class ControlLines(TerminalWriter terminal, RunHeader header, ReportDetail detail)
{
    private readonly FindingLines _findings = new(terminal, header.Snapshots, detail);

    private readonly ILookup<string, PolicyReference> _policies =
        header.Policies.ToLookup(policy => policy.Name, StringComparer.Ordinal);

    /// <summary>Writes them.</summary>
    public void Write(TableRow row, ControlDetails details)
    {
        if (row.Counts.Total > 1)
            terminal.WriteWrapped(ResultWords.Counted(row.Counts), TableColumns.Indent, Tone.Quiet);
        if (row.Missing > 0)
            terminal.WriteWrapped(
                $"{ResultWords.Plural(row.Missing, "account")} without evidence", TableColumns.Indent, Tone.Doubtful);
        if (detail == ReportDetail.Verbose)
            WriteRules(row);

        var only = details.Only is { Outcome: Outcome.Pass or Outcome.NotApplicable } one ? one : null;
        if (only is not null)
            _findings.WriteProof(only);
        _findings.WriteAll(details, Outcome.Fail);
        _findings.WriteAll(details, Outcome.Error);
        _findings.WriteAll(details, Outcome.Incomplete);
        if (detail == ReportDetail.Verbose || row.Outcome == Outcome.NotAssessed)
            _findings.WriteAll(details, Outcome.NotAssessed);
        if (detail != ReportDetail.Verbose || only is not null)
            return;
        _findings.WriteAll(details, Outcome.NotApplicable);
        _findings.WriteAll(details, Outcome.Pass);
    }

    /// <summary>Accounts may differ in severity and parameters: then a policy is there once for each kind.</summary>
    private void WriteRules(TableRow row)
    {
        foreach (var policy in row.Policies.SelectMany(name => _policies[name]))
        {
            var only = policy.Accounts is { } accounts ? $" in {AccountWords.ListOf(accounts)}" : "";
            var values = policy.Params.Select(param => $", {param.Name} = {ChangeWords.Shown(param.Value)}");
            terminal.WriteWrapped(
                $"policy {policy.Name}{only}{string.Concat(values)}", TableColumns.Indent, Tone.Quiet, hanging: 2);
        }
    }
}
