using System.Collections.Immutable;
using System.Text;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;
using static System.FormattableString;

namespace PolicyEval.Snapshots.Tests.Reports;

/// <summary>Everything that a report says, as text, by its rows and by a cursor.</summary>
internal static class ReportText
{
    public static string Of(SnapshotResult result)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in result.Diagnostics)
            text.AppendLine(
                $"{diagnostic} [{diagnostic.Field}]".Replace("credential-report.csv", "-", StringComparison.Ordinal));
        if (result.Snapshot?.Report is not { } report)
            return text.Append("no report").ToString();
        text.AppendLine(Invariant($"{report.File.Sha256} {report.File.Length} {report.RowCount} {string.Join('|', report.Header)}"));
        foreach (var account in report.Accounts)
            text.AppendLine(account.ToString());
        foreach (var row in report.Rows())
            AppendRow(text, report, row);
        Assert.Equal(OfRows(report), OfCursor(report));
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, CredentialReport report, CredentialReportRow row)
    {
        text.Append(Invariant($"{row.Index} line {row.Line} {row.Account} {row.Partition} {row.IsRoot}:"));
        for (var column = 0; column < report.Header.Length; column++)
            text.Append(Invariant($" {row.CellAt(column)} {row.CellAt(column).Time:O};"));
        text.AppendLine();
    }

    private static string OfRows(CredentialReport report)
    {
        var text = new StringBuilder();
        foreach (var row in report.Rows())
        {
            text.AppendLine(Invariant($"{row.Index} {row.Line} {row.Account} {row.IsRoot} {row.User} {row.Arn}"));
            foreach (var column in CredentialReportColumns.All)
                text.Append(Invariant($" {row.Cell(column.Ordinal).Kind} {row.Cell(column.Ordinal).Time.UtcTicks}"));
        }

        return text.ToString();
    }

    private static string OfCursor(CredentialReport report)
    {
        var text = new StringBuilder();
        ImmutableArray<int> all = [.. CredentialReportColumns.All.Select(column => column.Ordinal)];
        var cursor = report.OpenCursor(all[..RowCells.ColumnsMax]);
        var other = report.OpenCursor(all[RowCells.ColumnsMax..]);
        for (var block = 0; block < report.BlockCount; block++)
        {
            for (var rows = 0; rows < report.RowsOf(block); rows++)
            {
                // From the end of the block to its start as well as on from there: any row can be gone to.
                cursor.Open(block, report.RowsOf(block) - 1 - rows);
                Assert.True(cursor.MoveNext());
                Assert.Equal(rows > 0, cursor.MoveNext());
                cursor.Open(block, rows);
                Assert.True(cursor.MoveNext());
                Assert.Same(cursor.Account, cursor.Account);
                Assert.Contains(cursor.Account, report.Accounts);
                var row = cursor.Row;
                text.AppendLine(Invariant($"{row.Index} {row.Line} {cursor.Account.Id} {cursor.IsRoot} {row.User} {row.Arn}"));
                AppendCells(text, cursor.Type());
                other.Open(block, rows);
                Assert.True(other.MoveNext());
                AppendCells(text, other.Type());
            }
        }

        return text.ToString();
    }

    private static void AppendCells(StringBuilder text, RowCells cells)
    {
        for (var i = 0; i < cells.Ticks.Length; i++)
        {
            var kind = (CellKind)((cells.Kinds >> (4 * i)) & 0xF);
            Assert.Equal(kind == CellKind.Timestamp, (cells.Times >> i) % 2 == 1);
            text.Append(Invariant($" {kind} {cells.Ticks[i]}"));
        }
    }
}
