using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Periods;

/// <summary>
/// By which rules the snapshots of a period were judged: one header of them all. Settings may differ by account, and a
/// run over one snapshot knows those of its own accounts only.
/// </summary>
internal sealed class PeriodRules
{
    private readonly Dictionary<string, (PolicyReference Policy, SortedSet<string> Accounts)> _policies =
        new(StringComparer.Ordinal);

    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private RunHeader? _first;

    /// <summary>Takes the inputs of a run.</summary>
    public void Add(RunHeader header)
    {
        _first ??= header;
        var accounts = header.Snapshots[0].Accounts;
        _accounts.UnionWith(accounts);
        foreach (var policy in header.Policies)
        {
            var key = KeyOf(policy);
            if (!_policies.TryGetValue(key, out var known))
                _policies.Add(key, known = (policy, new SortedSet<string>(StringComparer.Ordinal)));
            known.Accounts.UnionWith(policy.Accounts ?? accounts);
        }
    }

    /// <summary>The inputs of all, or null where there were none. The order of the runs does not matter.</summary>
    public RunHeader? ToHeader() => _first is null ? null : _first with
    {
        Policies =
        [
            .. _policies.Values.GroupBy(each => each.Policy.Name).SelectMany(group => group
                .OrderBy(each => each.Accounts.FirstOrDefault(""), StringComparer.Ordinal)
                .ThenBy(each => KeyOf(each.Policy), StringComparer.Ordinal)
                .Select(each => each.Policy with
                {
                    Accounts = each.Accounts.SetEquals(_accounts) ? null : [.. each.Accounts],
                })),
        ],
    };

    private static string KeyOf(PolicyReference policy) => string.Join('\n', (string[])
    [
        policy.Name, SeverityNames.Of(policy.Severity), policy.SeveritySource, .. policy.Controls,
        .. policy.Params.Select(param => $"{param.Name}={param.Value} {param.Source}"),
    ]);
}
