using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Words;

/// <summary>Accounts as people read them. Names are of AWS or of users: whoever writes them makes them safe.</summary>
internal static class AccountWords
{
    private const int IdsShown = 4;
    private const string Unknown = "unknown account";

    /// <summary><c>111122223333 (acme-prod)</c>.</summary>
    public static string Of(string id, string name) => name.Length == 0 ? id : $"{id} ({name})";

    /// <summary>The same; of an unknown account its snapshot.</summary>
    public static string Of(AccountResult account) => account.Id.Length > 0
        ? Of(account.Id, account.Name)
        : $"{Unknown} ({string.Join(", ", account.Snapshots)})";

    /// <summary><c>287 of 300 accounts have evidence, and 2 that are not expected</c>.</summary>
    public static string Coverage(RunFooter footer)
    {
        var members = footer.Accounts.Where(account => account.IsInPopulation).ToList();
        var others = footer.Accounts.Count(account => account is { IsInPopulation: false, IsEvaluated: true });
        var known = members.Count(account => account.IsEvaluated);
        var rest = others == 0 ? "" : $", and {others} that {(others == 1 ? "is" : "are")} not expected";
        return FormattableString.Invariant($"{known} of {members.Count} accounts have evidence{rest}");
    }

    /// <summary>The first ids, and how many more there are.</summary>
    public static string ListOf(ImmutableArray<string> ids)
    {
        var rest = ids.Length - IdsShown;
        return string.Join(", ", ids.Take(IdsShown)) + (rest > 0 ? $" and {rest} more" : "");
    }
}
