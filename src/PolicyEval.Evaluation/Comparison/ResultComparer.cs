using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>Compares two results by fingerprint. The door of this folder.</summary>
public static class ResultComparer
{
    /// <summary>Compares.</summary>
    /// <param name="old">What was before.</param>
    /// <param name="current">What is now.</param>
    public static ResultComparison Compare(EvaluationResult old, EvaluationResult current)
    {
        var (before, after) = (new ComparedSide(old), new ComparedSide(current));
        var changes = ChangesOf(before, after);
        return new ResultComparison
        {
            Old = new ComparedResult(old.Header, before.SetAside),
            New = new ComparedResult(current.Header, after.SetAside),
            Inputs = InputComparer.Compare(old.Header, current.Header),
            Accounts = AccountsOf(before, after),
            HasCommonAccount = before.Accounts.Count == 0 || after.Accounts.Count == 0
                || before.Accounts.Intersect(after.Accounts).Any(),
            Reversed = ReversedOf(before, after),
            Controls = ControlsOf(before, after),
            Resources = ResourcesOf(changes),
            Findings = changes,
            Counts = ComparisonCounts.Count(changes),
        };
    }

    private static ImmutableArray<FindingChange> ChangesOf(ComparedSide before, ComparedSide after) =>
    [
        .. before.ByFingerprint.Select(group => group.Key).Union(after.ByFingerprint.Select(group => group.Key))
            .SelectMany(key => FindingPairs.Of(before.ByFingerprint[key], after.ByFingerprint[key]))
            .Where(pair => !IsOfNone(pair.Old, pair.New))
            .Select(pair => ChangeOf(before, after, pair.Old, pair.New))
            .OrderBy(change => change.Kind)
            .ThenBy(change => change.Subject.Resource.Account, StringComparer.Ordinal)
            .ThenBy(change => change.Subject.Policy, StringComparer.Ordinal)
            .ThenBy(change => change.Subject.Resource.Type, StringComparer.Ordinal)
            .ThenBy(change => change.Subject.Resource.Id, StringComparer.Ordinal)
            .ThenBy(change => change.Subject.Fingerprint, StringComparer.Ordinal)
            .ThenBy(change => string.Join('\n', change.Subject.Controls), StringComparer.Ordinal),
    ];

    /// <summary>That there were none, or are none, the resources themselves say that are there now or were.</summary>
    private static bool IsOfNone(Finding? old, Finding? current) =>
        (old is null && current!.ShowsNone) || (current is null && old!.ShowsNone);

    private static FindingChange ChangeOf(ComparedSide before, ComparedSide after, Finding? old, Finding? current)
    {
        Absence? absence = old is null ? before.WhyWithout(current!)
            : current is null ? after.WhyWithout(old)
            : null;
        ImmutableArray<EvidenceChange> evidence =
            old is not null && current is not null
                ? EvidenceComparer.Compare(before.CitedBy(old), after.CitedBy(current))
                : [];
        return new FindingChange(KindOf(old, current, absence, evidence), old, current, absence, evidence);
    }

    private static ChangeKind KindOf(
        Finding? old, Finding? current, Absence? absence, ImmutableArray<EvidenceChange> evidence) =>
        (Fails(old), Fails(current)) switch
        {
            (false, true) => ChangeKind.New,
            (true, false) => IsProof(current, absence) ? ChangeKind.Fixed : ChangeKind.Unseen,
            (true, true) when old!.Waiver is null != current!.Waiver is null =>
                current.Waiver is null ? ChangeKind.Unwaived : ChangeKind.Waived,
            _ when old is null => ChangeKind.Appeared,
            _ when current is null => ChangeKind.Disappeared,
            _ when old.Outcome != current.Outcome => ChangeKind.Outcome,
            _ when !evidence.IsEmpty || !ReasonsOf(old).SequenceEqual(ReasonsOf(current)) => ChangeKind.Evidence,
            _ => ChangeKind.Unchanged,
        };

    private static bool Fails(Finding? finding) => finding?.Outcome == Outcome.Fail;

    /// <summary>Whether it is shown that something fails no more.</summary>
    private static bool IsProof(Finding? finding, Absence? absence) =>
        finding is null ? absence == Absence.Resource : finding.Outcome is Outcome.Pass or Outcome.NotApplicable;

    private static Ordered<string> ReasonsOf(Finding finding) =>
        finding.Violations.Select(violation => violation.Reason).DefaultIfEmpty(finding.Reason)
            .Order(StringComparer.Ordinal);

    private static ImmutableArray<AccountChange> AccountsOf(ComparedSide before, ComparedSide after) =>
    [
        .. before.Accounts.Except(after.Accounts).Select(gone => new AccountChange(gone, HasAppeared: false))
            .Concat(after.Accounts.Except(before.Accounts).Select(one => new AccountChange(one, HasAppeared: true)))
            .OrderBy(change => change.Account, StringComparer.Ordinal),
    ];

    private static ImmutableArray<ReversedAccount> ReversedOf(ComparedSide before, ComparedSide after) =>
    [
        .. before.Accounts.Intersect(after.Accounts).Order(StringComparer.Ordinal)
            .Select(account => new ReversedAccount(account, before.TimeOf(account), after.TimeOf(account)))
            .Where(times => times.New.Length > 0 && string.CompareOrdinal(times.Old, times.New) > 0),
    ];

    private static ImmutableArray<ResourceChange> ResourcesOf(ImmutableArray<FindingChange> changes) =>
    [
        .. changes.Where(change => change.Absence == Absence.Resource)
            .Select(change => new ResourceChange(change.Subject.Resource, HasAppeared: change.Old is null))
            .Distinct()
            .OrderBy(change => change.Resource.Account, StringComparer.Ordinal)
            .ThenBy(change => change.Resource.Type, StringComparer.Ordinal)
            .ThenBy(change => change.Resource.Id, StringComparer.Ordinal)
            .ThenBy(change => change.Resource.Arn, StringComparer.Ordinal),
    ];

    private static ImmutableArray<ControlChange> ControlsOf(ComparedSide before, ComparedSide after)
    {
        var old = before.Controls().ToDictionary(control => (control.Control.Framework, control.Control.Id));
        var changes = ImmutableArray.CreateBuilder<ControlChange>();
        foreach (var (control, state) in after.Controls())
        {
            var earlier = old.Remove((control.Framework, control.Id), out var found) ? found.State : null;
            if (!state.IsLike(earlier))
                changes.Add(new ControlChange(control.Framework, control.Id, control.Title, earlier, state));
        }

        foreach (var (control, state) in before.Controls())
        {
            if (old.ContainsKey((control.Framework, control.Id)))
                changes.Add(new ControlChange(control.Framework, control.Id, control.Title, state, null));
        }

        return changes.ToImmutable();
    }
}
