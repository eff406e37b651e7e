using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The lines under a control: who failed, why, and the cells that show it.</summary>
internal sealed class FindingLines(TerminalWriter terminal, bool severalAccounts)
{
    private const int Indent = 9;
    private const int CellIndent = Indent + 2;
    private const int CellsShown = 12;
    private const int ValueWidth = 200;

    /// <summary>The findings of one outcome, and how many more there are.</summary>
    public void WriteAll(ControlDetails details, Outcome outcome)
    {
        var findings = details.Of(outcome);
        foreach (var finding in findings)
            WriteNamed(finding);

        var rest = ResultWords.CountOf(details.Counts, outcome) - findings.Count;
        if (rest > 0)
            Line($"... and {rest} more: {ResultWords.ForPeople(outcome)} (--format json lists them all)", Tone.Quiet);
    }

    /// <summary>The proof of a verdict about a single resource, without its name.</summary>
    public void WriteProof(Finding finding)
    {
        if (finding.Message.Length > 0)
            terminal.WriteWrapped(finding.Message, Indent);
        WriteCells(finding, Indent);
    }

    private void WriteNamed(Finding finding)
    {
        terminal.WriteWrapped(Headline(finding), Indent, Tone.Heading);
        if (finding.Violations.Length > 1)
        {
            foreach (var violation in finding.Violations)
                terminal.WriteWrapped($"{violation.Reason}: {violation.Message}", CellIndent);
        }
        else if (finding.Message.Length > 0)
        {
            terminal.WriteWrapped(finding.Message, CellIndent);
        }

        WriteCells(finding, CellIndent);
        if (finding.Waiver is { } waiver)
            terminal.WriteWrapped(
                $"waived until {waiver.Expires} by {waiver.Owner} ({waiver.Name}): {waiver.Justification}", CellIndent);
    }

    private string Headline(Finding finding)
    {
        var account = severalAccounts && finding.Resource.Account.Length > 0 ? finding.Resource.Account + " " : "";
        var outcome = finding.Waiver is null
            ? ResultWords.ForPeople(finding.Outcome)
            : ResultWords.ForPeople(finding.Outcome) + ", waived";
        var reason = finding.Reason.Length == 0 ? "" : $": {finding.Reason}";
        return $"{account}{finding.Resource.Id} ({outcome}{reason})";
    }

    private void WriteCells(Finding finding, int indent)
    {
        foreach (var cell in finding.Evidence.Take(CellsShown))
            terminal.WriteWrapped(Describe(cell), indent, Tone.Quiet);
        if (finding.Evidence.Length > CellsShown)
            terminal.WriteWrapped($"... and {finding.Evidence.Length - CellsShown} more cells", indent, Tone.Quiet);

        foreach (var missing in finding.Missing.Take(CellsShown))
        {
            var place = missing.Cell is { } cell ? Describe(cell) : $"{missing.File} {missing.Field}";
            var command = missing.Command.Length == 0 ? "" : $"; get it with: {missing.Command}";
            var why = missing.Why == missing.Cell?.Value ? "" : $": {missing.Why}";
            terminal.WriteWrapped($"missing: {place}{why}{command}", indent, Tone.Doubtful);
        }
    }

    private static string Describe(EvidenceCell cell)
    {
        var value = cell.Value.Length == 0 ? "(empty)" : TextLayout.Shorten(SafeText.Of(cell.Value), ValueWidth);
        return $"{cell.File}:{cell.Line}:{cell.Column} {cell.Field} = {value}";
    }

    private void Line(string text, Tone tone) => terminal.WriteWrapped(text, Indent, tone);
}
