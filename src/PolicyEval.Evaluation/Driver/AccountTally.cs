using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Counts findings by account and control while they go by. It keeps a tally for each account and each control that a
/// policy serves, and no finding. Used by one thread.
/// </summary>
internal sealed class AccountTally(EvaluationPlan plan)
{
    private readonly Dictionary<(string Id, string Snapshot), ControlTally[]> _controls = [];
    private readonly Dictionary<(string Id, string Snapshot), ControlTally> _all = [];
    private readonly ImmutableArray<int> _served =
    [
        .. Enumerable.Range(0, plan.Controls.Length)
            .Where(control => plan.Policies.Any(policy => policy.ControlIndexes.Contains(control))),
    ];

    private bool IsWanted => !plan.Roster.Accounts.IsEmpty;

    /// <summary>Counts a finding of a policy.</summary>
    public void Add(SnapshotScope scope, int policy, Finding finding)
    {
        if (!IsWanted)
            return;
        var (all, controls) = TalliesOf(finding.Resource.Account, scope);
        all.Add(finding);
        foreach (var control in plan.Policies[policy].ControlIndexes)
            controls[control].Add(finding);
    }

    /// <summary>Counts findings that were not wanted one by one.</summary>
    public void Add(SnapshotScope scope, in FindingCount count)
    {
        if (!IsWanted)
            return;
        var (all, controls) = TalliesOf(count.Account, scope);
        all.Add(count);
        foreach (var control in plan.Policies[count.Policy].ControlIndexes)
            controls[control].Add(count);
    }

    /// <summary>The accounts with what was counted.</summary>
    public ImmutableArray<AccountResult> ToResults() => [.. plan.Roster.Accounts.Select(ResultOf)];

    /// <summary>What a control says of the accounts, or null where there is nothing to roll up.</summary>
    public AccountCounts? Of(int control, ImmutableArray<AccountResult> accounts) =>
        !IsWanted || !_served.Contains(control)
            ? null
            : new AccountCounts(
                accounts.Where(account => account.IsEvaluated)
                    .Select(account => account.Controls[_served.IndexOf(control)])
                    .Aggregate(OutcomeCounts.None, (sum, verdict) => sum.Add(verdict.Outcome, verdict.IsWaived)),
                plan.Roster.Gaps);

    private (ControlTally All, ControlTally[] Controls) TalliesOf(string account, SnapshotScope scope)
    {
        var key = AccountRoster.KeyOf(account, scope);
        if (_controls.TryGetValue(key, out var known))
            return (_all[key], known);
        var controls = _controls[key] = [.. plan.Controls.Select(_ => new ControlTally())];
        return (_all[key] = new ControlTally(), controls);
    }

    private AccountResult ResultOf(AccountResult account)
    {
        if (!account.IsEvaluated)
            return account;
        var key = AccountRoster.KeyOf(account);
        var controls = _controls.GetValueOrDefault(key);
        return account with
        {
            Findings = _all.GetValueOrDefault(key)?.Counts ?? OutcomeCounts.None,
            Controls = [.. _served.Select(control => VerdictOf(control, controls?[control].Counts))],
        };
    }

    /// <summary>Without any finding the population is proven empty.</summary>
    private AccountVerdict VerdictOf(int control, OutcomeCounts? counts)
    {
        var planned = plan.Controls[control];
        var known = counts ?? OutcomeCounts.None;
        return new AccountVerdict($"{planned.Framework}/{planned.Control.Id}", known.RollUp, known.IsWaived);
    }
}
