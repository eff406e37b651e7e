using System.Buffers;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Testing;

/// <summary>
/// The CSV of a credential report for a test. A cell that the test does not name is what AWS writes where there is
/// nothing: <c>false</c>, <c>N/A</c>.
/// </summary>
internal static class ReportText
{
    private const string Account = "111122223333";
    private const string RootUser = "<root_account>";
    private const string China = "aws-cn";
    private const string Created = "2020-01-01T00:00:00Z";

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>The CSV, with LF and without a line end behind the last row, as AWS writes it.</summary>
    /// <param name="evidence">The description.</param>
    /// <param name="resource">The resource type of the policy that is tested.</param>
    public static string Of(TestEvidence evidence, string resource)
    {
        var columns = CredentialReportColumns.All.Where(c => !evidence.Without.Contains(c.Name)).ToArray();
        return string.Join('\n', [
            string.Join(',', columns.Select(c => c.Name)),
            .. Rows(evidence, resource == ResourceSchema.RootType)
                .Select(row => string.Join(',', columns.Select(c => Quote(CellOf(row, c, evidence.Partition))))),
        ]);
    }

    /// <summary>All rows with their users' names; the row of root first where the test does not write it.</summary>
    private static IEnumerable<TestRow> Rows(TestEvidence evidence, bool isRootPolicy)
    {
        // Accounts in China have no root user, so the report has no row for one.
        var addsRoot = evidence.HasRoot && evidence.Partition != China;
        var rows = evidence.Rows ?? [addsRoot || !isRootPolicy ? TestRow.Usual : Named(TestRow.Usual, UserName(0))];
        var named = rows.Select((row, index) => Complete(row, index, evidence.Base, isRootPolicy)).ToArray();
        return addsRoot && !named.Any(IsRoot)
            ? named.Prepend(Complete(Named(TestRow.Usual, RootUser), 0, evidence.Base, isRootPolicy))
            : named;
    }

    private static TestRow Complete(TestRow row, int index, TestRow below, bool isRootPolicy)
    {
        var user = row["user"] ?? below["user"] ?? (isRootPolicy ? RootUser : UserName(index));
        var named = Named(row, user);
        return IsRoot(named) == isRootPolicy ? below.Under(named) : named;
    }

    private static TestRow Named(TestRow row, string user) => new(row.Cells.SetItem("user", user));

    private static string UserName(int index) => FormattableString.Invariant($"user-{index + 1}");

    private static bool IsRoot(TestRow row) => row["user"] == RootUser;

    private static string CellOf(TestRow row, CredentialReportColumn column, string partition) =>
        row[column.Name] ?? column.Name switch
        {
            "arn" => $"arn:{partition}:iam::{Account}:{(IsRoot(row) ? "root" : $"user/{row["user"]}")}",
            "user_creation_time" => Created,
            "additional_credentials_info" => "",
            _ => column.Kind == ColumnKind.Bool ? "false" : "N/A",
        };

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(Special)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
