using System.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Reporting.Words;

/// <summary>The words for the closed sets of a result: one spelling for every format.</summary>
public static class ResultWords
{
    /// <summary>The outcome as programs read it, such as <c>not_applicable</c>.</summary>
    public static string Of(Outcome outcome) => OutcomeNames.Of(outcome);

    /// <summary>The severity, such as <c>high</c>.</summary>
    public static string Of(Severity severity) => SeverityNames.Of(severity);

    /// <summary>The weight of a diagnostic, such as <c>error</c>.</summary>
    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Info => "info",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Error => "error",
        _ => throw new UnreachableException($"{severity}"),
    };

    /// <summary><c>trusted</c>, <c>unknown-key</c> (nothing is proven) or <c>unsigned</c>.</summary>
    public static string SignatureOf(SealReference seal) =>
        seal.Signatures.Any(signature => signature.IsTrusted) ? "trusted"
        : seal.Signatures.Length > 0 ? "unknown-key"
        : "unsigned";

    /// <summary>The outcome as people read it, such as <c>not applicable</c>.</summary>
    public static string ForPeople(Outcome outcome) => Of(outcome).Replace('_', ' ');

    /// <summary>How many of an outcome there are.</summary>
    internal static int CountOf(OutcomeCounts counts, Outcome outcome) => outcome switch
    {
        Outcome.Pass => counts.Pass,
        Outcome.Fail => counts.Fail,
        Outcome.Manual => counts.Manual,
        Outcome.NotApplicable => counts.NotApplicable,
        Outcome.NotAssessed => counts.NotAssessed,
        Outcome.Incomplete => counts.Incomplete,
        Outcome.Error => counts.Error,
        _ => throw new UnreachableException($"{outcome}"),
    };

    /// <summary>The counts that are not zero: <c>3 pass, 1 fail (1 waived)</c>; <c>none</c> if all are.</summary>
    internal static string Counted(OutcomeCounts counts)
    {
        var parts = new List<string>();
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            var count = CountOf(counts, outcome);
            if (count == 0)
                continue;

            var waived = outcome == Outcome.Fail && counts.Waived > 0 ? $" ({counts.Waived} waived)" : "";
            parts.Add($"{count} {ForPeople(outcome)}{waived}");
        }

        return parts.Count == 0 ? "none" : string.Join(", ", parts);
    }

    /// <summary>The controls of a roll-up by outcome; those whose failures are all waived are counted apart.</summary>
    internal static OutcomeCounts Count(IEnumerable<ControlResult> controls) => controls.Aggregate(
        OutcomeCounts.None, (counts, control) => counts.Add(control.Outcome, control.Counts.IsWaived));

    /// <summary>What the time says of a waiver, as programs read it.</summary>
    public static string Of(WaiverState state) => state switch
    {
        WaiverState.Active => "active",
        WaiverState.Expired => "expired",
        WaiverState.NotYetEffective => "not_yet_effective",
        WaiverState.Unjudged => "unjudged",
        _ => throw new UnreachableException($"{state}"),
    };

    /// <summary>What a baseline says of a failure, as programs read it.</summary>
    public static string Of(BaselineState state) => state switch
    {
        BaselineState.Known => "known",
        BaselineState.New => "new",
        _ => throw new UnreachableException($"{state}"),
    };

    /// <summary>What a rule is for, as programs read it.</summary>
    public static string Of(RuleRole role) => role switch
    {
        RuleRole.MatchCondition => "match_condition",
        RuleRole.Validation => "validation",
        _ => throw new UnreachableException($"{role}"),
    };

    /// <summary>Why a node was not evaluated, as programs read it; empty where it was.</summary>
    public static string Of(SkipReason reason) => reason switch
    {
        SkipReason.None => "",
        SkipReason.Decided => "decided_before",
        SkipReason.OtherBranch => "other_branch",
        SkipReason.NoTurn => "no_turn",
        SkipReason.NotReached => "not_reached",
        _ => throw new UnreachableException($"{reason}"),
    };

    /// <summary>Why a node was not evaluated, for people; empty where it was.</summary>
    internal static string ForPeople(SkipReason reason) => reason switch
    {
        SkipReason.None => "",
        SkipReason.Decided => "not evaluated: decided before",
        SkipReason.OtherBranch => "not evaluated: the other branch",
        SkipReason.NoTurn => "not evaluated: no element came here",
        SkipReason.NotReached => "not evaluated",
        _ => throw new UnreachableException($"{reason}"),
    };

    /// <summary><c>1 warning</c>, <c>2 warnings</c>.</summary>
    public static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
