using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The organisation's roll-up: of how many accounts there is evidence, gaps by name, controls.</summary>
internal sealed class AccountLines(TerminalWriter terminal, ReportOptions options)
{
    private const int Indent = 2;
    private const int WorstShown = 10;

    /// <summary>Writes it.</summary>
    /// <param name="header">The inputs.</param>
    /// <param name="footer">The roll-up.</param>
    /// <param name="namesWorst">Whether the accounts with most failures are named.</param>
    public void Write(RunHeader header, RunFooter footer, bool namesWorst)
    {
        if (footer.Accounts.IsEmpty)
            return;

        terminal.EndLine();
        terminal.WriteLine("Accounts", Tone.Heading);
        terminal.WriteWrapped(
            AccountWords.Coverage(footer), 0, footer.Accounts.Any(account => account.IsGap) ? Tone.Bad : Tone.Plain);
        foreach (var population in header.Populations)
            WritePopulation(population);
        WriteNamed(footer, "MISSING", Tone.Bad, a => a is { Evidence: AccountEvidence.Missing, IsGap: true });
        WriteNamed(footer, "UNUSABLE", Tone.Bad, a => a.Evidence == AccountEvidence.Unusable);
        WriteNamed(footer, "INCOMPLETE COLLECTION", Tone.Doubtful, a => a.Evidence == AccountEvidence.Partial);
        WriteNamed(footer, "NOT EXPECTED", Tone.Doubtful, a => a.Membership == AccountMembership.Unexpected);
        WriteNamed(footer, "Not active", Tone.Quiet, a => a.Membership == AccountMembership.Inactive);
        WriteLeftOut(header);

        var accounts = footer.Accounts.Where(account => account.IsEvaluated).ToList();
        var table = new AccountTable(terminal);
        table.Write(footer, accounts, options);
        if (namesWorst && !table.Fits(accounts.Count))
            WriteWorst(accounts);
    }

    private void WritePopulation(PopulationReference population) => terminal.WriteWrapped(
        $"Population  {population.Name}, {ResultWords.Plural(population.Accounts, "account")}"
        + (population.IsWhole ? ", " : ", NOT WHOLE, ")
        + $"{(population.IsFile ? "sha256" : "digest")} {population.Sha256}",
        Indent, population.IsWhole ? Tone.Quiet : Tone.Doubtful, Indent);

    private void WriteNamed(RunFooter footer, string label, Tone tone, Func<AccountResult, bool> isOne)
    {
        var named = footer.Accounts.Where(isOne).Select(AccountWords.Of).ToList();
        if (named.Count > 0)
            terminal.WriteWrapped($"{label}  {named.Count}: {string.Join(", ", named)}", Indent, tone, Indent);
    }

    private void WriteLeftOut(RunHeader header)
    {
        foreach (var reason in header.LeftOut.GroupBy(left => left.Reason, StringComparer.Ordinal))
        {
            var places = reason.Select(left => left.Reason == "older" ? left.Place : $"{left.Place} (for {left.For})");
            terminal.WriteWrapped(
                $"Left out, {reason.Key}  {reason.Count()}: {string.Join(", ", places)}", Indent,
                reason.Key is "same-time" or "unusable-copy" ? Tone.Doubtful : Tone.Quiet, Indent);
        }
    }

    private void WriteWorst(List<AccountResult> accounts)
    {
        var worst = accounts.Where(account => account.Findings.Fail > account.Findings.Waived)
            .OrderByDescending(FailingControls).ThenByDescending(account => account.Findings.Fail)
            .ThenBy(account => account.Id, StringComparer.Ordinal).ToList();
        if (worst.Count == 0)
            return;
        terminal.EndLine();
        terminal.WriteLine(
            worst.Count > WorstShown ? $"Accounts with most failures, {WorstShown} of {worst.Count}"
            : $"Accounts with failures, {worst.Count}",
            Tone.Heading);
        foreach (var account in worst.Take(WorstShown))
            terminal.WriteWrapped(
                $"{AccountWords.Of(account)}: {ResultWords.Plural(FailingControls(account), "control")} failing, "
                + ResultWords.Plural(account.Findings.Fail, "failure"),
                Indent, Tone.Plain, Indent);
    }

    private static int FailingControls(AccountResult account) =>
        account.Controls.Count(verdict => verdict is { Outcome: Outcome.Fail, IsWaived: false });
}
