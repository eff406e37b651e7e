using System.Collections.Immutable;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Waivers;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Says what became of a waiver in a run.</summary>
internal static class WaiverJudgement
{
    /// <summary>The waiver with its state and its counts.</summary>
    public static WaiverResult Of(Waiver waiver, WaiverCounts counts, EvaluationPlan plan)
    {
        var own = plan.Snapshots
            .Where(snapshot => snapshot.Accounts.Any(waiver.Target.MatchesAccount)).ToArray();
        var times = own.Length > 0 ? own : [.. plan.Snapshots];
        var held = times.Where(snapshot => waiver.HoldsAt(snapshot.AsOfTime)).Max(snapshot => snapshot.AsOfTime);
        var left = waiver.Expires - held;
        var isInScope = own.Length > 0 && plan.Policies.Any(planned => IsAbout(waiver.Target, planned));
        return Describe(waiver) with
        {
            State = held is not null ? WaiverState.Active
                : StateBeside(waiver, times.Max(snapshot => snapshot.AsOfTime)),
            DaysLeft = left?.Days,
            ExpiresSoon = left <= WaiverResult.SoonSpan,
            IsInScope = isInScope,
            Matched = counts.Matched,
            Waived = counts.Waived,
            IsUnused = held is not null && isInScope && counts.Held == 0,
        };
    }

    private static bool IsAbout(WaiverTarget target, PlannedPolicy planned) =>
        target.MatchesPolicy(planned.Compiled.Policy.Name)
        && (target.Controls.IsEmpty || planned.Controls.Any(target.MatchesControl));

    /// <summary>The state at an instant at which it does not hold, or at none.</summary>
    private static WaiverState StateBeside(Waiver waiver, DateTimeOffset? asOf) =>
        asOf is null ? WaiverState.Unjudged
        : asOf < waiver.EffectiveFrom ? WaiverState.NotYetEffective
        : WaiverState.Expired;

    private static WaiverResult Describe(Waiver waiver) => new()
    {
        Name = waiver.Name,
        File = waiver.File.Text.Path,
        Line = waiver.Location.Line,
        Policies = Texts(waiver.Target.Policies),
        Accounts = Texts(waiver.Target.Accounts),
        Resources = Texts(waiver.Target.Resources),
        Controls = Texts(waiver.Target.Controls),
        Fingerprints = Texts(waiver.Target.Fingerprints),
        Owner = waiver.Owner,
        RequestedBy = waiver.RequestedBy,
        ApprovedBy = waiver.ApprovedBy,
        ApprovedOn = waiver.ApprovedOn,
        Justification = waiver.Justification,
        Ticket = waiver.Ticket,
        EffectiveFrom = Instants.ToText(waiver.EffectiveFrom),
        Expires = Instants.ToText(waiver.Expires),
        State = WaiverState.Unjudged,
    };

    private static ImmutableArray<string> Texts(ImmutableArray<NamePattern> patterns) =>
        [.. patterns.Select(pattern => pattern.Text)];
}
