using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Asff;

/// <summary>What the format has no name for, as product fields: text under a path.</summary>
internal static class AsffFields
{
    // There is room for 50 fields, and for 240 KB in a finding.
    private const int EvidenceMax = 10;

    /// <summary>The fields with their values, in order.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Finding finding, bool isTimeKnown)
    {
        yield return ("policyeval/Outcome", ResultWords.Of(finding.Outcome));
        yield return ("policyeval/Severity", ResultWords.Of(finding.Severity));
        yield return ("policyeval/Snapshot", finding.Snapshot);
        yield return ("policyeval/TimeKnown", isTimeKnown ? "true" : "false");
        if (finding.Baseline is { } baseline)
            yield return ("policyeval/Baseline", ResultWords.Of(baseline));
        if (ChangeWords.Of(finding) is { Length: > 0 } changes)
            yield return ("policyeval/ChangedRule", changes);
        if (finding.Waiver is { } waiver)
        {
            yield return ("policyeval/Waiver", waiver.Name);
            yield return ("policyeval/WaiverOwner", waiver.Owner);
            yield return ("policyeval/WaiverJustification", waiver.Justification);
            yield return ("policyeval/WaiverExpires", waiver.Expires);
        }

        for (var i = 0; i < Math.Min(EvidenceMax, finding.Evidence.Length); i++)
        {
            var cell = finding.Evidence[i];
            yield return (
                FormattableString.Invariant($"policyeval/Evidence/{i + 1}"),
                FormattableString.Invariant($"{cell.File}:{cell.Line}:{cell.Column} {cell.Field} = {cell.Value}"));
        }

        if (finding.Evidence.Length > EvidenceMax)
            yield return (
                "policyeval/EvidenceLeftOut", FormattableString.Invariant($"{finding.Evidence.Length - EvidenceMax}"));
        for (var i = 0; i < Math.Min(EvidenceMax, finding.Missing.Length); i++)
        {
            var missing = finding.Missing[i];
            yield return (
                FormattableString.Invariant($"policyeval/Missing/{i + 1}"),
                $"{missing.File} {missing.Field}: {missing.Why}");
        }
    }
}
