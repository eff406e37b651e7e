using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Tells in which accounts which policies hold with which parameters and severities. Accounts that settings do not tell
/// apart are looked at once.
/// </summary>
internal static class PolicyVariants
{
    /// <summary>Every policy as it is used, with the accounts in which it is, in the order of those who ask.</summary>
    /// <param name="wants">What is asked for, in order.</param>
    /// <param name="rules">Settles parameters and severities.</param>
    /// <param name="accounts">The accounts of the run, none twice.</param>
    public static ImmutableArray<(PolicyUse Use, AccountFilter Accounts)> Of(
        IReadOnlyList<PolicyWant> wants, RuleResolver rules, ImmutableArray<string> accounts)
    {
        var kinds = accounts.GroupBy(rules.Overrides.KindOf, StringComparer.Ordinal).ToArray();
        if (kinds is [var only])
            return [.. UsesIn(wants, rules, only.First()).Select(use => (use, AccountFilter.All))];

        // What the settings do not name one by one is told by exclusion.
        var named = kinds.Where(kind => kind.Key.Length > 0).SelectMany(kind => kind).ToArray();
        var all = kinds.SelectMany(kind => UsesIn(wants, rules, kind.First()).Select(use => (Use: use, Kind: kind)));
        return
        [
            .. all.GroupBy(place => place.Use.Key, StringComparer.Ordinal)
                .Select(same => (same.First().Use, FilterOf([.. same.Select(place => place.Kind)])))
                .OrderBy(variant => variant.Use.Order),
        ];

        AccountFilter FilterOf(ImmutableArray<IGrouping<string, string>> own) =>
            own.Length == kinds.Length ? AccountFilter.All
            : own.Any(kind => kind.Key.Length == 0) ? AccountFilter.AllBut(named.Except(own.SelectMany(kind => kind)))
            : AccountFilter.Only(own.SelectMany(kind => kind));
    }

    /// <summary>The policies of one account, each with the controls that it serves there.</summary>
    private static IEnumerable<PolicyUse> UsesIn(IReadOnlyList<PolicyWant> wants, RuleResolver rules, string account) =>
        wants.Index()
            .Select(want => (want.Index, Want: want.Item, Params: rules.ParamsOf(want.Item, account)))
            .GroupBy(use => PolicyUse.KeyOf(use.Want.Policy, use.Params), StringComparer.Ordinal)
            .Select(same => new PolicyUse(
                same.First().Want.Policy,
                same.First().Params,
                rules.SeverityOf(same.First().Want.Policy, account),
                same.First().Index,
                [.. same.Select(use => use.Want.Control).Where(control => control != PolicyWant.NoControl)]));
}
