using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Rechecking;

/// <summary>
/// Checks a report against its evidence in two ways: every cited cell is looked up in the bytes of its file, and every
/// finding is compared, byte for byte, with the one that the same policies derive from the same snapshots now. The
/// door of this folder.
/// </summary>
public static class Rechecker
{
    /// <summary>Checks it.</summary>
    /// <param name="saved">The report.</param>
    /// <param name="report">What it says.</param>
    /// <param name="again">What was derived again, with the options of the report.</param>
    /// <param name="contentOf">Gets the evidence.</param>
    /// <param name="isMoved">Whether the files may lie elsewhere now; not so in a pack.</param>
    public static RecheckResult Check(
        ReadOnlyMemory<byte> saved,
        EvaluationResult report,
        EvaluationResult again,
        EvidenceContent contentOf,
        bool isMoved = true)
    {
        var differences = ImmutableArray.CreateBuilder<RecheckDifference>();
        differences.AddRange(InputCheck.Of(report.Header, again.Header));
        var controls = CheckControls(report.Footer, again.Footer, differences);
        var lacking = DocumentComparer.Compare(
            saved, BytesOf(report), BytesOf(again with { Findings = [] }), isMoved, differences);
        var changed = new ChangedSnapshots(report.Header, again.Header);
        var cells = new CellCheck(contentOf, changed);
        var findings = CheckFindings(report, again, cells, changed, differences);
        CheckOrder(report, again, differences);
        return new RecheckResult(
            findings, controls, new RecheckCount(cells.Found, cells.Total), differences.ToImmutable())
        {
            Unchecked = lacking.Count == 0
                ? []
                : [$"what its older format lacks: {ResultWords.Plural(lacking.Count, "value")}, {lacking[0]} first"],
        };
    }

    /// <summary>Findings that are all derived, and stand in another order, are not what was written.</summary>
    private static void CheckOrder(
        EvaluationResult report, EvaluationResult again, ImmutableArray<RecheckDifference>.Builder differences)
    {
        var isSame = report.Findings.Select(finding => KeyOf(finding, finding.Snapshot))
            .SequenceEqual(again.Findings.Select(finding => KeyOf(finding, finding.Snapshot)), StringComparer.Ordinal);
        if (differences.Count == 0 && !isSame)
            differences.Add(new RecheckDifference("/findings", "they are derived in another order"));
    }

    private static RecheckCount CheckControls(
        RunFooter report, RunFooter again, ImmutableArray<RecheckDifference>.Builder differences)
    {
        var derived = again.Controls.DistinctBy(KeyOf).ToDictionary(KeyOf, StringComparer.Ordinal);
        var same = 0;
        foreach (var control in report.Controls)
        {
            var other = derived.GetValueOrDefault(KeyOf(control));
            if (other is not null && other.Outcome == control.Outcome && other.Counts == control.Counts)
                same++;
            else
                differences.Add(new RecheckDifference(
                    $"control {KeyOf(control)}",
                    other is null ? "nothing gives it now" : $"the report says {Of(control)}, derived is {Of(other)}"));
        }

        return new RecheckCount(same, report.Controls.Length);
    }

    private static RecheckCount CheckFindings(
        EvaluationResult report,
        EvaluationResult again,
        CellCheck cells,
        ChangedSnapshots changed,
        ImmutableArray<RecheckDifference>.Builder differences)
    {
        var derived = again.Findings.GroupBy(finding => KeyOf(finding, finding.Snapshot), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<Finding>(same), StringComparer.Ordinal);
        var otherPolicies = InputCheck.OtherPolicies(report.Header, again.Header);
        var same = 0;
        foreach (var finding in report.Findings)
        {
            var problems = cells.ProblemsOf(finding);
            var key = KeyOf(finding, changed.Here(finding.Snapshot));
            var other = derived.TryGetValue(key, out var queue) && queue.Count > 0 ? queue.Dequeue() : null;
            var isChanged = changed.Has(finding.Snapshot);
            if (otherPolicies.Contains(finding.Policy))
                problems.Add("its policy has other content than the report was made with");
            if (other is null)
                problems.Add("nothing gives it now");
            else if (other.Outcome != finding.Outcome)
                problems.Add(
                    $"the report says {ResultWords.Of(finding.Outcome)}, derived is {ResultWords.Of(other.Outcome)}");
            else if (!BytesOf(finding, isChanged).SequenceEqual(BytesOf(other, isChanged)))
                problems.Add("its outcome is derived, and not all that the report says of it");
            if (problems.Count == 0 && !isChanged)
                same++;
            differences.AddRange(problems.Select(problem => new RecheckDifference(SubjectOf(finding), problem)));
        }

        foreach (var left in derived.Values.SelectMany(queue => queue))
            differences.Add(new RecheckDifference(SubjectOf(left), "it is derived, and the report does not have it"));
        return new RecheckCount(same, report.Findings.Length);
    }

    private static string KeyOf(ControlResult control) => $"{control.Framework}/{control.Id}";

    private static string KeyOf(Finding finding, string snapshot) =>
        $"{snapshot} {finding.Fingerprint} {finding.Policy} {string.Join(' ', finding.Controls)}";

    private static string SubjectOf(Finding finding) =>
        $"{finding.Policy} {finding.Resource.Id} ({finding.Fingerprint})";

    private static string Of(ControlResult control) =>
        $"{ResultWords.ForPeople(control.Outcome)} ({ResultWords.Counted(control.Counts)})";

    private static byte[] BytesOf(EvaluationResult result)
    {
        using var buffer = new MemoryStream();
        using (var writer = new JsonReportWriter(buffer))
            result.Replay(writer);
        return buffer.ToArray();
    }

    private static byte[] BytesOf(Finding finding, bool withoutDigests)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonLayout.Line))
            JsonFindings.Write(json, withoutDigests ? ChangedSnapshots.WithoutDigests(finding) : finding);
        return buffer.ToArray();
    }
}
