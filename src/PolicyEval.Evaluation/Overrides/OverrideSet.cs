using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Overrides;

/// <summary>The overrides of a run. Immutable.</summary>
/// <param name="All">All of them, in the order of the file.</param>
internal sealed record OverrideSet(ImmutableArray<Override> All)
{
    /// <summary>None.</summary>
    public static OverrideSet None { get; } = new([]);

    /// <summary>Whether one is not for all accounts.</summary>
    public bool AreOfAccounts => All.Any(change => change.Accounts is not null);

    /// <summary>Those for a policy in an account, the weakest first.</summary>
    public IEnumerable<Override> Of(string policy, string account) =>
        from change in All
        where change.Policy == policy
        let scope = change.ScopeFor(account)
        where scope is not null
        orderby scope
        select change;

    /// <summary>
    /// What tells accounts apart: those of one kind have the same overrides in the same order, whatever the policy;
    /// empty for those that only the general ones are for.
    /// </summary>
    public string KindOf(string account) => string.Join(
        ' ',
        from change in All.Index()
        let scope = change.Item.ScopeFor(account)
        where scope > OverrideScope.General
        select $"{change.Index}:{(int)scope}");
}
