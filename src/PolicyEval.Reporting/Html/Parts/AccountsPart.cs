using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>
/// The organisation: of which accounts there is evidence, and accounts by controls as a table whose cells lead to the
/// findings.
/// </summary>
internal static class AccountsPart
{
    /// <summary>Writes it; nothing where the run is about one account.</summary>
    public static void Write(HtmlOutput html, RunHeader header, RunFooter footer, FindingGroups findings)
    {
        if (footer.Accounts.IsEmpty)
            return;
        html.Markup("<section id=\"accounts\">\n<h2>Accounts</h2>\n");
        html.WriteLine($"<p class=\"verdict\">{AccountWords.Coverage(footer)}.</p>");
        WritePopulations(html, header);
        WriteNamed(html, "Missing", footer, a => a is { Evidence: AccountEvidence.Missing, IsGap: true });
        WriteNamed(html, "Unusable", footer, a => a.Evidence == AccountEvidence.Unusable);
        WriteNamed(html, "Incomplete collection", footer, a => a.Evidence == AccountEvidence.Partial);
        WriteNamed(html, "Not expected", footer, a => a.Membership == AccountMembership.Unexpected);
        WriteNamed(html, "Not active", footer, a => a.Membership == AccountMembership.Inactive);
        WriteLeftOut(html, header);

        var accounts = footer.Accounts.Where(account => account.IsEvaluated).ToList();
        var served = footer.Controls.Where(control => control.Accounts is not null).ToList();
        foreach (var framework in served.Index().GroupBy(place => place.Item.Framework, StringComparer.Ordinal))
            WriteMap(html, framework.Key, [.. framework], accounts, findings);
        html.Markup("</section>\n");
    }

    private static void WritePopulations(HtmlOutput html, RunHeader header)
    {
        foreach (var population in header.Populations)
        {
            var whole = population.IsWhole ? "" : ", not whole";
            var kind = population.IsFile ? "sha256" : "digest";
            html.Write($"<p>Which accounts there should be says {population.Name} ");
            html.Write($"({ResultWords.Plural(population.Accounts, "account")}{whole}, ");
            html.WriteLine($"{kind} <code>{population.Sha256}</code>).</p>");
        }
    }

    private static void WriteNamed(HtmlOutput html, string label, RunFooter footer, Func<AccountResult, bool> isOne)
    {
        var named = footer.Accounts.Where(isOne).Select(AccountWords.Of).ToList();
        if (named.Count > 0)
            html.WriteLine($"<p class=\"doubtful\">{label}: {string.Join(", ", named)}</p>");
    }

    private static void WriteLeftOut(HtmlOutput html, RunHeader header)
    {
        if (header.LeftOut.IsEmpty)
            return;
        var count = ResultWords.Plural(header.LeftOut.Length, "snapshot");
        html.WriteLine($"<details><summary>{count} found and not read</summary>\n<ul>");
        foreach (var left in header.LeftOut)
        {
            var instead = left.For.Length > 0 ? $" (read instead: {left.For})" : "";
            html.WriteLine($"<li>{left.Place}: {left.Reason}{instead}</li>");
        }

        html.Markup("</ul></details>\n");
    }

    private static void WriteMap(
        HtmlOutput html,
        string framework,
        List<(int Index, ControlResult Item)> controls,
        List<AccountResult> accounts,
        FindingGroups findings)
    {
        HtmlTable.BeginWide(
            html, "map", $"Accounts and controls of {framework}: each cell leads to what was found",
            ["Account", .. controls.Select(control => control.Item.Id)]);
        foreach (var account in accounts)
        {
            html.Write($"<tr><th scope=\"row\">{AccountWords.Of(account)}</th>");
            foreach (var (index, control) in controls)
            {
                var place = findings.Of(control).Shows(account.Id)
                    ? Anchor.Of(control, account.Id)
                    : Anchor.Of(control);
                WriteCell(html, place, account.Controls[index]);
            }

            html.Markup("</tr>\n");
        }

        HtmlTable.EndWide(html);
    }

    private static void WriteCell(HtmlOutput html, string place, AccountVerdict verdict)
    {
        var mark = verdict.IsWaived ? "waived" : ResultWords.Of(verdict.Outcome);
        var words = ResultWords.ForPeople(verdict.Outcome) + (verdict.IsWaived ? ", waived" : "");
        html.Write($"<td class=\"cell {mark}\"><a href=\"#{place}\">{words}</a></td>");
    }
}
