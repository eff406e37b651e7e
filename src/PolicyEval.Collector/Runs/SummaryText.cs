using System.Globalization;
using PolicyEval.Collector.Accounts;
using PolicyEval.Collector.Progress;

namespace PolicyEval.Collector.Runs;

/// <summary>
/// The table at the end of a run over many accounts: what succeeded first, then each reason why others did not, once
/// and with all accounts that it concerns, so that the reasons stand where the eye is.
/// </summary>
internal static class SummaryText
{
    /// <summary>The lines, safe for a terminal.</summary>
    public static IEnumerable<string> Lines(RunResult result)
    {
        var rows = result.All
            .Where(outcome => outcome.Detail.Length == 0)
            .OrderBy(outcome => outcome.Kind)
            .Select(outcome => (
                Account: OutcomeText.Label(outcome), Word: OutcomeText.WordOf(outcome.Kind), Detail: ""))
            .Concat(result.Inactive.Select(account => (
                Account: $"{account.Id} ({account.Name})",
                Word: "not asked",
                Detail: account.Status.Length == 0 ? "AWS names no status" : $"its status is {account.Status}")))
            .Select(row => (Account: TerminalText.Of(row.Account), row.Word, Detail: TerminalText.Of(row.Detail)))
            .ToList();
        var width = rows.Select(row => row.Account.Length).DefaultIfEmpty().Max();
        foreach (var (account, word, detail) in rows)
            yield return $"  {account.PadRight(width)}  {word.PadRight(11)}  {detail}".TrimEnd();
        foreach (var line in ReasonLines(result))
            yield return TerminalText.Of(line);
        yield return CountLine(result);
    }

    /// <summary>Each reason, and below it the accounts.</summary>
    private static IEnumerable<string> ReasonLines(RunResult result)
    {
        var reasons = result.All
            .Where(outcome => outcome.Detail.Length > 0)
            .GroupBy(outcome => (outcome.Kind, Reason: ReasonOf(outcome)))
            .OrderBy(group => group.Key.Kind);
        foreach (var group in reasons)
        {
            yield return $"  {OutcomeText.WordOf(group.Key.Kind)}: {group.Key.Reason}";
            yield return $"    {string.Join(", ", group.Select(OutcomeText.Label))}";
        }
    }

    /// <summary>The reason; an account's own id in it does not make it another one.</summary>
    private static string ReasonOf(AccountOutcome outcome) => AccountId.IsValid(outcome.Account)
        ? outcome.Detail.Replace(outcome.Account, "<account>", StringComparison.Ordinal)
        : outcome.Detail;

    /// <summary>
    /// How many of how many: <c>287 of 300 active accounts: 280 complete, 7 incomplete; 13 failed</c>.
    /// </summary>
    public static string CountLine(RunResult result)
    {
        var accounts = result.Accounts;
        var kinds = accounts.GroupBy(outcome => outcome.Kind).OrderBy(group => group.Key)
            .Select(group => string.Create(
                CultureInfo.InvariantCulture, $"{group.Count()} {OutcomeText.WordOf(group.Key)}"));
        var population = result.Organization is null ? "accounts" : "active accounts";
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{accounts.Count(outcome => outcome.IsSealed)} of {accounts.Length} {population} collected: "
            + $"{string.Join(", ", kinds)}");
        return result.Inactive.IsEmpty
            ? line
            : string.Create(CultureInfo.InvariantCulture, $"{line}; {result.Inactive.Length} not active");
    }

    /// <summary>What a cancelled run leaves.</summary>
    public static string CancelledLine(RunResult result)
    {
        var begun = result.All.Where(outcome => outcome.Kind == AccountOutcomeKind.Cancelled)
            .Select(outcome => outcome.Account)
            .ToList();
        var left = result.Sealed.Count();
        return (left == 0 ? "Cancelled: no snapshot was written." : string.Create(
                CultureInfo.InvariantCulture, $"Cancelled: the {left} snapshots that were sealed are whole and stay."))
            + (begun.Count == 0 ? "" : $" Nothing is left of what was being collected: {string.Join(", ", begun)}.");
    }
}
