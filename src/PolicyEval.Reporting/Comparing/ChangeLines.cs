using System.Collections.Immutable;
using PolicyEval.Evaluation.Comparison;

namespace PolicyEval.Reporting.Comparing;

/// <summary>What every format for people says below a verdict that changed.</summary>
/// <param name="causes">What is said once for several.</param>
internal sealed class ChangeLines(SharedCauses causes)
{
    /// <summary><c>pass -> fail</c>, with what is known of a side that has no verdict.</summary>
    public string Turn(FindingChange change) =>
        ComparisonWords.Side(change.Old, change.Absence) + causes.MarkOf(change.Old) + " -> "
        + ComparisonWords.Side(change.New, change.Absence) + causes.MarkOf(change.New);

    /// <summary>The sentences: why it was undecided before, and what is said of it now.</summary>
    public IEnumerable<string> Sentences(FindingChange change)
    {
        if (change is { Kind: ChangeKind.Evidence, Old: { } old, New: { } current }
            && ComparisonWords.ReasonsOf(old) is var before && ComparisonWords.ReasonsOf(current) is var after
            && before != after)
        {
            yield return $"reasons: {before} -> {after}";
        }

        if (ComparisonWords.IsUndecided(change.Old) && !causes.Has(change.Old!) && change.Old!.Message.Length > 0
            && change.Old.Message != change.New?.Message)
        {
            yield return $"before: {change.Old.Message}";
        }

        if (change.New is not { } finding || causes.Has(finding))
            yield break;
        if (finding.Violations.Length > 1)
        {
            foreach (var violation in finding.Violations)
                yield return $"{violation.Reason}: {violation.Message}";
        }
        else if (finding.Message.Length > 0)
        {
            yield return finding.Message;
        }
    }

    /// <summary>
    /// The values. Sentences say already what was missing, and which cells decide nothing where something is missing
    /// says nothing.
    /// </summary>
    public static ImmutableArray<string> Values(FindingChange change) => [.. Shown(change).Select(ComparisonWords.Of)];

    /// <summary>Whether the values show what decides now: other cells that read alike are not among them.</summary>
    public static bool HasProof(FindingChange change) => Shown(change).Any(evidence => !evidence.New.IsEmpty);

    private static IEnumerable<EvidenceChange> Shown(FindingChange change)
    {
        var undecided = ComparisonWords.IsUndecided(change.Old) || ComparisonWords.IsUndecided(change.New);
        return change.Evidence.Where(evidence => !evidence.IsMissing && (evidence.Differs || !undecided));
    }
}
