using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Counts findings by account and control while they go by. It keeps a few numbers for each account and each control
/// that a policy serves, and no finding. Used by one thread.
/// </summary>
internal sealed class AccountTally
{
    private readonly EvaluationPlan _plan;
    private readonly Dictionary<(string Id, string Snapshot), AccountCounters> _accounts = [];
    private readonly ImmutableArray<int> _served;
    private readonly ImmutableArray<string> _names;
    private readonly Dictionary<(int Control, Outcome Outcome, bool IsWaived), AccountVerdict> _verdicts = [];
    private readonly ImmutableArray<ImmutableArray<int>> _placesOfPolicy;

    /// <summary>Starts at nothing.</summary>
    public AccountTally(EvaluationPlan plan)
    {
        _plan = plan;
        _served =
        [
            .. Enumerable.Range(0, plan.Controls.Length)
                .Where(control => plan.Policies.Any(policy => policy.ControlIndexes.Contains(control))),
        ];
        _names = [.. _served.Select(control => NameOf(plan.Controls[control]))];
        _placesOfPolicy =
        [
            .. plan.Policies.Select(policy =>
                policy.ControlIndexes.Select(control => _served.IndexOf(control)).ToImmutableArray()),
        ];
    }

    private bool IsWanted => !_plan.Roster.Accounts.IsEmpty;

    /// <summary>Counts a finding of a policy.</summary>
    public void Add(PlannedSnapshot snapshot, int policy, Finding finding)
    {
        if (IsWanted)
        {
            CountersOf(finding.Resource.Account, snapshot)
                .Add(_placesOfPolicy[policy], finding.Outcome, 1, finding.Waiver is null ? 0 : 1);
        }
    }

    /// <summary>Counts findings that were not wanted one by one.</summary>
    public void Add(PlannedSnapshot snapshot, in FindingCount count)
    {
        if (IsWanted)
        {
            CountersOf(count.Account, snapshot)
                .Add(_placesOfPolicy[count.Policy], count.Outcome, count.Count, waived: 0);
        }
    }

    /// <summary>The accounts with what was counted.</summary>
    public ImmutableArray<AccountResult> ToResults() => [.. _plan.Roster.Accounts.Select(ResultOf)];

    /// <summary>What a control says of the accounts, or null where there is nothing to roll up.</summary>
    public AccountCounts? Of(int control, ImmutableArray<AccountResult> accounts) =>
        !IsWanted || _served.IndexOf(control) is not (>= 0 and var place)
            ? null
            : new AccountCounts(
                accounts.Where(account => account.IsEvaluated)
                    .Select(account => account.Controls[place])
                    .Aggregate(OutcomeCounts.None, (sum, verdict) => sum.Add(verdict.Outcome, verdict.IsWaived)),
                _plan.Roster.Gaps);

    private static string NameOf(PlannedControl planned) => $"{planned.Framework}/{planned.Control.Id}";

    private AccountCounters CountersOf(string account, PlannedSnapshot snapshot)
    {
        var key = AccountRoster.KeyOf(account, snapshot);
        if (!_accounts.TryGetValue(key, out var counters))
            _accounts[key] = counters = new AccountCounters(_served.Length);
        return counters;
    }

    private AccountResult ResultOf(AccountResult account)
    {
        if (!account.IsEvaluated)
            return account;
        var counters = _accounts.GetValueOrDefault(AccountRoster.KeyOf(account));
        return account with
        {
            Findings = counters?.All ?? OutcomeCounts.None,
            Controls = [.. _names.Select((_, place) => VerdictOf(place, counters?.Of(place) ?? OutcomeCounts.None))],
        };
    }

    /// <summary>
    /// Without any finding the population is proven empty. Accounts are many and verdicts few, so that they share them.
    /// </summary>
    private AccountVerdict VerdictOf(int place, OutcomeCounts counts)
    {
        var key = (place, counts.RollUp, counts.IsWaived);
        if (!_verdicts.TryGetValue(key, out var verdict))
            _verdicts[key] = verdict = new AccountVerdict(_names[place], counts.RollUp, counts.IsWaived);
        return verdict;
    }
}
