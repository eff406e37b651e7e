using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The lines under a control: who failed, why, and the cells that show it.</summary>
internal sealed class FindingLines(
    TerminalWriter terminal, ImmutableArray<SnapshotReference> snapshots, ReportDetail detail)
{
    private const int Indent = TableColumns.Indent;
    private const int CellIndent = Indent + 2;

    private readonly FrozenDictionary<string, SnapshotReference> _snapshots = snapshots
        .DistinctBy(snapshot => snapshot.Digest).ToFrozenDictionary(s => s.Digest, StringComparer.Ordinal);
    private readonly EvidenceLines _evidence = new(terminal);
    private readonly VerdictLines _verdicts = new(terminal);

    /// <summary>The findings of one outcome, and how many more there are.</summary>
    public void WriteAll(ControlDetails details, Outcome outcome)
    {
        var findings = details.Of(outcome);
        foreach (var group in findings.Index().GroupBy(KindOf, place => place.Item))
            WriteNamed([.. group]);

        var rest = ResultWords.CountOf(details.Counts, outcome) - findings.Count;
        if (rest > 0)
            terminal.WriteWrapped(
                $"... and {rest} more: {ResultWords.ForPeople(outcome)} ("
                + (detail == ReportDetail.Verbose ? "" : "--verbose lists more, ") + "--format json all)",
                Indent,
                Tone.Quiet);
    }

    /// <summary>The proof of a verdict about a single resource, without its name.</summary>
    public void WriteProof(Finding finding)
    {
        if (finding.Message.Length > 0)
            terminal.WriteWrapped(finding.Message, Indent);
        _evidence.Write(finding, _snapshots[finding.Snapshot].Label, Indent);
        WriteChanges(finding, Indent);
    }

    private void WriteChanges(Finding finding, int indent)
    {
        if (ChangeWords.Of(finding) is { Length: > 0 } changes)
            terminal.WriteWrapped($"judged with {changes}", indent, Tone.Doubtful, hanging: 2);
    }

    // Resources without a cell of their own, such as users whose ages nobody can measure, share one explanation.
    private static bool HasProofOfItsOwn(Finding finding) =>
        finding.Waiver is not null
        || !finding.Evidence.IsEmpty
        || finding.Missing.Any(missing => missing.Cell is not null);

    private static (int Index, string Snapshot, string Policy, string Reason, string Message) KindOf(
        (int Index, Finding Item) place) =>
        HasProofOfItsOwn(place.Item)
            ? (place.Index, "", "", "", "")
            : (-1, place.Item.Snapshot, place.Item.Policy + ChangeWords.Of(place.Item), place.Item.Reason,
                place.Item.Message);

    private void WriteNamed(List<Finding> findings)
    {
        var finding = findings[0];
        var snapshot = _snapshots[finding.Snapshot];
        _verdicts.Write(findings, snapshot, Indent);
        _evidence.Write(finding, snapshot.Label, CellIndent);
        WriteChanges(finding, CellIndent);
        if (finding.Waiver is { } waiver)
            terminal.WriteWrapped(
                $"waived until {waiver.Expires} by {waiver.Owner} ({waiver.Name}): {waiver.Justification}", CellIndent);
    }
}
