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
        foreach (var group in findings.Index().GroupBy(KindOf, place => place.Item))
            WriteNamed([.. group]);

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

    // Resources without a cell of their own, such as users whose ages nobody can measure, share one explanation.
    private static bool HasProofOfItsOwn(Finding finding) =>
        finding.Waiver is not null
        || !finding.Evidence.IsEmpty
        || finding.Missing.Any(missing => missing.Cell is not null);

    private static (int Index, string Policy, string Reason, string Message) KindOf((int Index, Finding Item) place) =>
        HasProofOfItsOwn(place.Item)
            ? (place.Index, "", "", "")
            : (-1, place.Item.Policy, place.Item.Reason, place.Item.Message);

    private void WriteNamed(List<Finding> findings)
    {
        var finding = findings[0];
        var names = string.Join(", ", findings.Select(NameOf));
        terminal.WriteWrapped($"{names} ({VerdictOf(finding)})", Indent, Tone.Heading);
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

    private string NameOf(Finding finding) =>
        severalAccounts && finding.Resource.Account.Length > 0
            ? $"{finding.Resource.Account} {finding.Resource.Id}"
            : finding.Resource.Id;

    private static string VerdictOf(Finding finding)
    {
        var waived = finding.Waiver is null ? "" : ", waived";
        var reason = finding.Reason.Length == 0 ? "" : $": {finding.Reason}";
        return ResultWords.ForPeople(finding.Outcome) + waived + reason;
    }

    private void WriteCells(Finding finding, int indent)
    {
        foreach (var cell in finding.Evidence.Take(CellsShown))
            terminal.WriteWrapped(Describe(cell), indent, Tone.Quiet, hanging: 2);
        if (finding.Evidence.Length > CellsShown)
            terminal.WriteWrapped($"... and {finding.Evidence.Length - CellsShown} more cells", indent, Tone.Quiet);

        foreach (var missing in finding.Missing.Take(CellsShown))
            WriteMissing(finding, missing, indent);
        foreach (var command in finding.Missing.Select(m => m.Command).Where(c => c.Length > 0).Distinct())
            terminal.WriteWrapped($"get it with: {command}", indent, Tone.Quiet, hanging: 2);
    }

    // The message of the finding has often said already what one line would say again.
    private void WriteMissing(Finding finding, MissingEvidence missing, int indent)
    {
        if (missing.Cell is { } cell)
            terminal.WriteWrapped($"unusable: {Describe(cell)}", indent, Tone.Doubtful, hanging: 2);
        else if (!finding.Message.Contains(missing.Why, StringComparison.Ordinal))
            terminal.WriteWrapped(
                $"missing: {missing.File} {missing.Field}: {missing.Why}", indent, Tone.Doubtful, hanging: 2);
    }

    private static string Describe(EvidenceCell cell)
    {
        var value = cell.Value.Length == 0 ? "(empty)" : TextLayout.Shorten(SafeText.Of(cell.Value), ValueWidth);
        return $"{cell.File}:{cell.Line}:{cell.Column} {cell.Field} = {value}";
    }

    private void Line(string text, Tone tone) => terminal.WriteWrapped(text, Indent, tone);
}
