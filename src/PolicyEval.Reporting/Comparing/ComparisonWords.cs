using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Comparing;

/// <summary>The words of a comparison: one spelling for every format.</summary>
public static class ComparisonWords
{
    private const int DigestShown = 12;

    /// <summary>The kinds that people want to see one by one, in this order.</summary>
    internal static ImmutableArray<ChangeKind> Listed { get; } =
    [
        ChangeKind.New, ChangeKind.Unwaived, ChangeKind.Unseen, ChangeKind.Fixed, ChangeKind.Waived, ChangeKind.Outcome,
        ChangeKind.Evidence,
    ];

    /// <summary>Whether people want to see a change: what passes from other evidence still passes.</summary>
    internal static bool IsListed(FindingChange change) =>
        Listed.Contains(change.Kind) && change is not { Kind: ChangeKind.Evidence, New.Outcome: Outcome.Pass };

    /// <summary>Whether a finding tells nothing, for want of evidence or by a fault of its policy.</summary>
    internal static bool IsUndecided(Finding? finding) =>
        finding?.Outcome is Outcome.Incomplete or Outcome.NotAssessed or Outcome.Error;

    /// <summary>The reasons of a verdict in a line.</summary>
    internal static string ReasonsOf(Finding finding) => string.Join(
        ", ", finding.Violations.Select(violation => violation.Reason).DefaultIfEmpty(finding.Reason)
            .Order(StringComparer.Ordinal));

    /// <summary>The kind as programs read it, such as <c>new</c>.</summary>
    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.New => "new",
        ChangeKind.Unwaived => "unwaived",
        ChangeKind.Unseen => "unseen",
        ChangeKind.Fixed => "fixed",
        ChangeKind.Waived => "waived",
        ChangeKind.Outcome => "outcome",
        ChangeKind.Evidence => "evidence",
        ChangeKind.Appeared => "appeared",
        ChangeKind.Disappeared => "disappeared",
        ChangeKind.Unchanged => "unchanged",
        _ => throw new UnreachableException($"{kind}"),
    };

    /// <summary>Why there is no verdict, as programs read it.</summary>
    internal static string Of(Absence absence) => absence switch
    {
        Absence.Resource => "resource",
        Absence.Listing => "listing",
        Absence.Policy => "policy",
        Absence.Account => "account",
        _ => throw new UnreachableException($"{absence}"),
    };

    /// <summary>What differs of the inputs, as programs read it.</summary>
    internal static string Of(InputKind kind) => kind switch
    {
        InputKind.Tool => "tool",
        InputKind.AsOf => "asOf",
        InputKind.Framework => "framework",
        InputKind.Policy => "policy",
        InputKind.Param => "param",
        InputKind.Severity => "severity",
        InputKind.Settings => "settings",
        InputKind.Waivers => "waivers",
        _ => throw new UnreachableException($"{kind}"),
    };

    /// <summary>The kind as the heading of a list.</summary>
    internal static string Heading(ChangeKind kind) => kind switch
    {
        ChangeKind.New => "New failures",
        ChangeKind.Unwaived => "Failures that no waiver covers any more",
        ChangeKind.Unseen => "Failures out of sight: not shown to be fixed",
        ChangeKind.Fixed => "Fixed",
        ChangeKind.Waived => "Waived now",
        ChangeKind.Outcome => "Other verdicts",
        ChangeKind.Evidence => "The same verdict from other evidence; passes are only counted",
        ChangeKind.Appeared => "Appeared",
        ChangeKind.Disappeared => "Disappeared",
        ChangeKind.Unchanged => "Unchanged",
        _ => throw new UnreachableException($"{kind}"),
    };

    /// <summary>An input that differs, in a line.</summary>
    internal static string Of(InputChange change)
    {
        var what = change.Kind switch
        {
            InputKind.Tool => "policyeval",
            InputKind.AsOf => "--as-of",
            InputKind.Framework => $"content of the framework {change.Name}",
            InputKind.Policy => $"content of the policy {change.Name}",
            InputKind.Param => change.Name,
            InputKind.Severity => $"severity of {change.Name}",
            InputKind.Settings => "settings",
            InputKind.Waivers => "waivers",
            _ => throw new UnreachableException($"{change.Kind}"),
        };
        return $"{what}: {Value(change.Old)} -> {Value(change.New)}";
    }

    /// <summary>What of an account there is on one side only.</summary>
    internal static string Of(AccountChange change) =>
        $"{(change.Account.Length > 0 ? change.Account : "an unknown account")}: evidence only in the "
        + (change.HasAppeared ? "new result" : "old result");

    /// <summary><c>pass -> fail</c> of a control.</summary>
    internal static string Turn(ControlChange change) => $"{Side(change.Old)} -> {Side(change.New)}";

    /// <summary>
    /// Evidence in a line: a change where the cell is known to differ, else what only one side cites and therefore
    /// decides there; nothing is said of what the other side holds.
    /// </summary>
    internal static string Of(EvidenceChange change)
    {
        var field = $"{change.File} {change.Field}";
        var (old, current) = (Values(change.Old), Values(change.New));
        return change.Differs ? $"{field}: {old} -> {current}"
            : change.New.IsEmpty ? $"{field} = {old}: no longer decides"
            : change.Old.IsEmpty ? $"{field} = {current}: decides now"
            : $"{field}: {old} decided, {current} decides now";
    }

    /// <summary>How many became what: <c>2 new failures (1 waived), 1 fixed</c>; what is zero is left out.</summary>
    internal static string Counted(ResultComparison comparison)
    {
        var counts = comparison.Counts;
        var waived = comparison.Findings.Count(c => c is { Kind: ChangeKind.New, New.Waiver: not null });
        var parts = new List<string>
        {
            ResultWords.Plural(counts.Of(ChangeKind.New), "new failure") + (waived > 0 ? $" ({waived} waived)" : ""),
        };
        Add(ChangeKind.Unwaived, "no longer waived");
        Add(ChangeKind.Unseen, "out of sight");
        parts.Add($"{counts.Of(ChangeKind.Fixed)} fixed");
        Add(ChangeKind.Waived, "waived now");
        Add(ChangeKind.Outcome, "with another verdict");
        Add(ChangeKind.Evidence, "from other evidence");
        Add(ChangeKind.Appeared, "appeared");
        Add(ChangeKind.Disappeared, "disappeared");
        parts.Add($"{counts.Of(ChangeKind.Unchanged)} unchanged");
        return string.Join(", ", parts);

        void Add(ChangeKind kind, string words)
        {
            if (counts.Of(kind) > 0)
                parts.Add($"{counts.Of(kind)} {words}");
        }
    }

    /// <summary>The verdict of a side, or what is known where it has none.</summary>
    internal static string Side(Finding? finding, Absence? absence) => finding is null
        ? absence switch
        {
            Absence.Resource => "not there",
            Absence.Listing => "not known",
            Absence.Policy => "not judged",
            Absence.Account => "no evidence of the account",
            _ => throw new UnreachableException($"{absence}"),
        }
        : ResultWords.ForPeople(finding.Outcome) + (finding.Waiver is null ? "" : " (waived)");

    private static string Side(ControlState? state) => state is null
        ? "not there"
        : ResultWords.ForPeople(state.Outcome) + (state.Counts.IsWaived ? " (waived)" : "");

    private static string Values(ImmutableArray<string> values) =>
        string.Join(", ", values.Select(value => value.Length == 0 ? "(empty)" : value));

    // A digest is as long as a line, and its beginning tells it apart; the JSON report has it whole.
    private static string Value(string text) => text.Length == 0 ? "(none)"
        : text.Length == 64 && text.AsSpan().IndexOfAnyExcept(Digits) < 0 ? text[..DigestShown]
        : text;

    private static System.Buffers.SearchValues<char> Digits { get; } =
        System.Buffers.SearchValues.Create("0123456789abcdef");
}
