using System.Collections.Immutable;
using PolicyEval.Evaluation.Accounts;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// The accounts of a run: those with evidence, those without it, and what the population says of each. Immutable.
/// </summary>
internal sealed class AccountRoster
{
    private const int NamesShown = 10;

    private readonly AccountPopulation _population;
    private readonly ImmutableDictionary<string, string> _names;

    private AccountRoster(
        AccountPopulation population,
        ImmutableDictionary<string, string> names,
        ImmutableArray<AccountResult> accounts)
    {
        _population = population;
        _names = names;
        Accounts = accounts;
    }

    /// <summary>Nothing to roll up.</summary>
    public static AccountRoster None { get; } =
        new(AccountPopulation.Unknown, ImmutableDictionary<string, string>.Empty, []);

    /// <summary>
    /// The accounts by id, those of an unknown one last, without findings yet. Empty where the run is about one account
    /// that has evidence and nobody says which there should be: then there is nothing to roll up.
    /// </summary>
    public ImmutableArray<AccountResult> Accounts { get; }

    /// <summary>How many accounts lack evidence.</summary>
    public int Gaps => Accounts.Count(account => account.IsGap);

    /// <summary>Whether every account that should be there is.</summary>
    public bool IsWhole => Gaps == 0 && _population.IsWhole;

    /// <summary>The accounts of a run.</summary>
    /// <param name="snapshots">The snapshots that are evaluated.</param>
    /// <param name="unusable">Those that cannot be.</param>
    /// <param name="population">Who should be there.</param>
    public static AccountRoster Of(
        ImmutableArray<PlannedSnapshot> snapshots,
        ImmutableArray<SnapshotResult> unusable,
        AccountPopulation population)
    {
        var expected = population.Accounts.ToDictionary(account => account.Id, StringComparer.Ordinal);
        var names = NamesOf(snapshots, population);
        var evaluated = snapshots.SelectMany(snapshot => snapshot.Accounts.Select(id => (Id: id, Snapshot: snapshot)))
            .GroupBy(pair => KeyOf(pair.Id, pair.Snapshot), pair => pair.Snapshot)
            .Select(account => new AccountResult
            {
                Id = account.Key.Id,
                Name = names.GetValueOrDefault(account.Key.Id, ""),
                Membership = MembershipOf(account.Key.Id),
                Evidence = account.Any(planned => planned.IsPartial) ? AccountEvidence.Partial : AccountEvidence.Given,
                Snapshots = [.. account.Select(snapshot => snapshot.Name)],
                Findings = OutcomeCounts.None,
            }).ToArray();
        var seen = evaluated.Select(account => account.Id).ToHashSet(StringComparer.Ordinal);
        var broken = unusable.GroupBy(result => result.Account.Length > 0 ? result.Account : result.Name)
            .Where(account => !seen.Contains(account.Key))
            .Select(account => Without(account.First().Account, AccountEvidence.Unusable) with
            {
                Snapshots = [.. account.Select(result => result.Name)],
            }).ToArray();
        seen.UnionWith(broken.Select(account => account.Id));
        var missing = population.Accounts.Where(account => !seen.Contains(account.Id))
            .Select(account => Without(account.Id, AccountEvidence.Missing));
        AccountResult[] all = [.. evaluated, .. broken, .. missing];
        return new AccountRoster(
            population,
            names,
            all.Length < 2 && !population.IsKnown && broken.Length == 0
                ? []
                : [
                    .. all.OrderBy(account => account.Id.Length == 0)
                        .ThenBy(account => account.Id, StringComparer.Ordinal),
                ]);

        AccountMembership MembershipOf(string id) =>
            !population.IsKnown ? AccountMembership.Unknown
            : !expected.TryGetValue(id, out var account) ? AccountMembership.Unexpected
            : account.IsActive ? AccountMembership.Expected
            : AccountMembership.Inactive;

        AccountResult Without(string id, AccountEvidence evidence) => new()
        {
            Id = id,
            Name = names.GetValueOrDefault(id, ""),
            Membership = MembershipOf(id),
            Evidence = evidence,
            Findings = OutcomeCounts.None,
        };
    }

    /// <summary>What tells the findings of one account from others; an unknown one is its snapshot's.</summary>
    public static (string Id, string Snapshot) KeyOf(string account, PlannedSnapshot snapshot) =>
        (account, account.Length > 0 ? "" : snapshot.Name);

    /// <summary>The name of an account; empty where it has none.</summary>
    public string NameOf(string account) => _names.GetValueOrDefault(account, "");

    /// <summary>Whether an account is the one of a key.</summary>
    public static (string Id, string Snapshot) KeyOf(AccountResult account) =>
        (account.Id, account.Id.Length > 0 ? "" : account.Snapshots[0]);

    /// <summary>Every gap by name.</summary>
    public IEnumerable<Diagnostic> Diagnostics()
    {
        var gaps = Accounts.Where(account => account.IsGap).ToArray();
        var all = Accounts.Count(account => account.IsInPopulation || account.IsGap);
        if (gaps.Length > 0)
            yield return Diagnostic.Create(
                AccountDescriptors.MissingAccounts, Location.None, Digits.Of(gaps.Length), Digits.Of(all), List(gaps));
        if (Accounts.Where(account => account.Membership == AccountMembership.Unexpected).ToArray()
            is { Length: > 0 } alien)
            yield return Diagnostic.Create(AccountDescriptors.UnexpectedAccounts, Location.None, List(alien));
        if (Accounts.Where(account => account.Evidence == AccountEvidence.Partial).ToArray() is { Length: > 0 } partial)
            yield return Diagnostic.Create(AccountDescriptors.FailedCollections, Location.None, List(partial));
    }

    private static string List(AccountResult[] accounts)
    {
        var names = Array.ConvertAll(accounts, account =>
            account.Id.Length == 0 ? string.Join(", ", account.Snapshots)
            : account.Name.Length == 0 ? account.Id
            : $"{account.Id} ({account.Name})");
        return NameList.Of(names, NamesShown);
    }

    /// <summary>The alias that an account gave itself goes before the name that others have for it.</summary>
    private static ImmutableDictionary<string, string> NamesOf(
        ImmutableArray<PlannedSnapshot> snapshots, AccountPopulation population)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var account in population.Accounts.Where(account => account.Name.Length > 0))
            names[account.Id] = account.Name;
        foreach (var snapshot in snapshots.Select(planned => planned.Outline))
        {
            if (snapshot is { Accounts: [{ Id.Length: > 0 } only], Alias: { Length: > 0 } alias })
                names[only.Id] = alias;
        }

        return names.ToImmutable();
    }
}
