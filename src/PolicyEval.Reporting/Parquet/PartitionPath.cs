using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// Where the rows of a snapshot and an account stand, as Hive names partitions: a folder for the account, in it one for
/// the day of the evidence, and there a file for the snapshot. So evidence that is evaluated again replaces its own
/// file and no other.
/// </summary>
internal static class PartitionPath
{
    private const string Account = "account";
    private const string Date = "date";

    /// <summary>How Hive calls the partition of rows that have no value.</summary>
    private const string Unknown = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>What Hive writes as <c>%</c> and two digits, on Windows too, and what ends a name.</summary>
    private const string Escaped = "\"#%'*/:=?\\{}[]^ <>|\u007F";

    /// <summary>The columns of each file: what the folder says does not stand in it.</summary>
    public static ImmutableArray<ResultColumn> Columns { get; } =
        ResultColumns.All.RemoveAll(column => column.Name == Account);

    /// <summary>The path, from the folder of all.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="account">The account, or empty.</param>
    public static string Of(SnapshotReference snapshot, string account) =>
        $"{Account}={ValueOf(account)}/{Date}={ValueOf(DateOf(snapshot))}/{Escape(snapshot.Digest)}.parquet";

    /// <summary>The day in UTC at which ages are measured, else of the evidence; empty where nothing tells.</summary>
    private static string DateOf(SnapshotReference snapshot) =>
        DateTimeOffset.TryParse(
            RunIndex.TimeOf(snapshot), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "";

    private static string ValueOf(string text) => text.Length == 0 ? Unknown : Escape(text);

    private static string Escape(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter < ' ' || Escaped.Contains(letter, StringComparison.Ordinal))
                name.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            else
                name.Append(letter);
        }

        return name.ToString();
    }
}
