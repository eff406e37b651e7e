using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>Counts the population by its independent sources, and says who makes the difference.</summary>
internal static class Reconciler
{
    private const int NamesShown = 20;
    private const string NoRootRow = "The report has no row of the root user. ";

    /// <summary>The China regions, whose accounts have no root user.</summary>
    private const string WithoutRoot = "aws-cn";

    /// <summary>Null where there is no report that can be read.</summary>
    public static Reconciliation? Of(DerivedAnswers answers, string partition)
    {
        if (answers.Report is not { } report)
            return null;
        var names = new List<string>(report.RowCount);
        var hasRoot = false;
        for (var index = 0; index < report.RowCount; index++)
        {
            if (report.RowAt(index) is { IsRoot: false } row)
                names.Add(row.User);
            else
                hasRoot = true;
        }

        var listed = answers.ListedUsers();
        var counted = SummaryUsers(answers);
        var lacksRoot = !hasRoot && partition != WithoutRoot;
        var explanation = (lacksRoot ? NoRootRow : "") + Explain(names, listed, counted);
        var agrees = counted == names.Count && listed?.Count == names.Count && explanation.Length == 0;
        return new Reconciliation(report.RowCount, hasRoot, counted, listed?.Count, agrees, explanation.TrimEnd());
    }

    /// <summary>At most twenty names, and how many more there are.</summary>
    private static string Names(string[] names) => NameList.Of(Array.ConvertAll(names, Masked), NamesShown);

    /// <summary>A user may be called like an access key id.</summary>
    private static string Masked(string name) =>
        SecretScan.Scan("", Encoding.UTF8.GetBytes(name)).IsEmpty ? name : SecretMask.OfKeyId(name);

    private static long? SummaryUsers(DerivedAnswers answers) =>
        answers.Root(EvidenceFiles.AccountSummary)?.Find("SummaryMap/Users")?.Int;

    private static string Explain(List<string> reported, List<string>? listed, long? counted)
    {
        var sentences = new List<string>();
        if (counted is null)
            sentences.Add("GetAccountSummary gave no count of users.");
        else if (counted != reported.Count)
        {
            sentences.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The report has {reported.Count} users, the summary counts {counted}."));
        }

        if (listed is null)
            sentences.Add("ListUsers gave no whole list.");
        else
            ExplainNames(sentences, reported, listed);
        return string.Join(' ', sentences);
    }

    private static void ExplainNames(List<string> sentences, List<string> reported, List<string> listed)
    {
        var created = Missing(listed, [.. reported]);
        var deleted = Missing(reported, [.. listed]);
        if (created.Length > 0)
            sentences.Add($"Listed but not in the report, so created since: {Names(created)}.");
        if (deleted.Length > 0)
            sentences.Add($"In the report but not listed, so deleted since: {Names(deleted)}.");
        if (listed.Count != listed.Distinct(StringComparer.Ordinal).Count())
            sentences.Add("ListUsers named a user twice.");
    }

    private static string[] Missing(IEnumerable<string> names, HashSet<string> others) =>
        [.. names.Where(name => !others.Contains(name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
