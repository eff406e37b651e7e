using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>Rows of a random report over several accounts: for the lake, and as the CSV that means the same.</summary>
internal sealed class RandomReport
{
    private static readonly (string Partition, string Account)[] Accounts =
    [
        ("aws", "111122223333"), ("aws", "444455556666"), ("aws-cn", "777788889999"), ("aws-us-gov", "000000000001"),
        ("aws-iso-b", "000000000002"),
    ];

    private static readonly string[] Names =
    [
        "alice", "root", "o'brien", "ünï😀", "a,b", "x\"y", "no_information", "N/A", "<root_account", "%", "root_account",
    ];

    // What makes a report unusable, each cell looked at once.
    private static readonly Dictionary<string, bool> Refused = new(StringComparer.Ordinal);

    private readonly HashSet<int> _absent = [];

    public RandomReport(Random random, int rows)
    {
        foreach (var column in CredentialReportColumns.All.Where(column => column.Ordinal > CredentialReportColumns.Arn))
        {
            if (random.Next(15) == 0)
                _absent.Add(column.Ordinal);
        }

        for (var i = 0; i < rows; i++)
        {
            var (partition, account) = HostileCells.Pick(random, Accounts);
            var name = $"{HostileCells.Pick(random, Names)}{i}";
            var path = HostileCells.Pick(random, "", "", "division/", "a:b/", "root/");
            Add(random, name, $"arn:{partition}:iam::{account}:user/{path}{name}");
        }

        // Accounts with and without a row of root, and one with nothing else.
        foreach (var (partition, account) in Accounts.Append(("aws", "999999999999")))
        {
            if (account == "999999999999" || random.Next(3) > 0)
                Add(random, "<root_account>", $"arn:{partition}:iam::{account}:root");
        }
    }

    /// <summary>The cells of each row, null for what is absent.</summary>
    public List<string?[]> Rows { get; } = [];

    /// <summary>
    /// The report. A date that cannot be makes the evaluator refuse it all, so that another word stands for it here: in
    /// a lake, where the damage is old and the other rows count, it is as unknown as that.
    /// </summary>
    public string ToCsv()
    {
        var columns = CredentialReportColumns.All.Where(column => !_absent.Contains(column.Ordinal)).ToArray();
        return string.Join('\n',
        [
            string.Join(',', columns.Select(column => column.Name)),
            .. Rows.Select(row => string.Join(
                ',', columns.Select(column => Engine.Quoted(Usable(column, row[column.Ordinal]!))))),
            "",
        ]);
    }

    private void Add(Random random, string user, string arn) => Rows.Add(
    [
        .. CredentialReportColumns.All.Select(column => _absent.Contains(column.Ordinal) ? null
            : column.Ordinal == CredentialReportColumns.User ? user
            : column.Ordinal == CredentialReportColumns.Arn ? arn
            : column.Kind switch
            {
                ColumnKind.Bool => HostileCells.Flag(random),
                ColumnKind.Timestamp => HostileCells.Date(random),
                _ => HostileCells.Text(random),
            }),
    ]);

    private static string Usable(CredentialReportColumn column, string cell)
    {
        if (column.Kind != ColumnKind.Timestamp || cell.Length == 0)
            return cell;
        lock (Refused)
        {
            if (!Refused.TryGetValue(cell, out var refused))
                Refused.Add(cell, refused = Engine.Refuses(cell));
            return refused ? "damaged" : cell;
        }
    }
}
