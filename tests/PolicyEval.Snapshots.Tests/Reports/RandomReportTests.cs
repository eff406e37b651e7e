using System.Text;
using CsCheck;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Snapshots.Tests.Reports;

/// <summary>
/// Random reports, written by a writer that keeps count of lines and columns as it goes, are read back exactly. CsCheck
/// prints the seed of a failure; CsCheck_Seed repeats it.
/// </summary>
public sealed class RandomReportTests
{
    private static readonly Gen<string> Values = Gen.OneOf(
        Gen.OneOf(
            "", "N/A", "no_information", "not_supported", "true", "FALSE",
            "x", "é", "😀,😀", "a\nb", "a\r\nb,\"c\"", "\""),
        Gen.String[Gen.Char["ab,\"\n é😀+=@-"], 0, 12].Select(WithoutHalfPairs));

    private static readonly Gen<WrittenReport> Reports =
        from names in Gen.OneOf("x", "région", "a b", "q\"q", "tab\tname", "two\nlines").HashSet[0, 4]
        from rows in Values.Array[names.Count].Array[1, 20]
        from quoteAll in Gen.Bool
        from lineEnd in Gen.OneOf("\n", "\r\n")
        from mark in Gen.Bool
        from lastLineEnd in Gen.Bool
        from arnFirst in Gen.Bool
        select WrittenReport.Write([.. names], rows, quoteAll, lineEnd, mark, lastLineEnd, arnFirst);

    [Fact]
    public void A_random_report_is_read_back_with_every_value_and_place() => Reports.Sample(
        written =>
        {
            var result = Sample.Read(written.Bytes);
            var report = result.Snapshot?.Report;
            Assert.True(report is not null, string.Join(" | ", result.Places()));
            Assert.Equal(written.Header, report.Header.AsEnumerable());
            Assert.Equal(written.Rows.Count, report.RowCount);
            for (var row = 0; row < report.RowCount; row++)
            {
                for (var column = 0; column < written.Header.Count; column++)
                {
                    var cell = report.RowAt(row).CellAt(column);
                    Assert.Equal(written.Rows[row][column], new WrittenCell(cell.Text, cell.Line, cell.Column));
                }
            }
        },
        iter: 1000);

    [Fact]
    public void Line_ends_marks_quotes_and_order_change_places_and_nothing_else()
    {
        string[] header = ["user", "arn", "mfa_active", "password_last_used", "access_key_1_last_used_region"];
        string[][] rows =
        [
            ["<root_account>", Sample.RootArn, "FALSE", "no_information", "N/A"],
            ["bob", $"arn:aws:iam::{Sample.Account}:user/bob", "true", "2024-02-29T00:00:00+00:00", "us-east-1"],
            ["amy", $"arn:aws:iam::{Sample.Account}:user/amy", "", "not_supported", ""],
        ];
        var plain = Meaning(Sample.Report(Write(header, rows, [0, 1, 2, 3, 4], "\n", quote: false) + "\n"));

        Assert.Equal(15, plain.Count);
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            foreach (var mark in (string[])["", "\uFEFF"])
            {
                foreach (var quote in (bool[])[false, true])
                {
                    foreach (var order in (int[][])[[0, 1, 2, 3, 4], [4, 2, 0, 3, 1], [1, 0, 4, 3, 2]])
                        Assert.Equal(plain, Meaning(Sample.Report(mark + Write(header, rows, order, lineEnd, quote))));
                }
            }
        }
    }

    [Fact]
    public void Many_threads_read_the_same_cells()
    {
        var rows = Enumerable.Range(0, 5000).Select(i => Sample.User($"u{i}", lastUsed: "2024-02-29T00:00:00Z"));
        var report = Sample.Report(Sample.Lines([Sample.ShortHeader, Sample.ShortRoot, .. rows]));

        Parallel.For(0, report.RowCount, i =>
        {
            var row = report.RowAt(i);
            Assert.Equal(i + 2, row.Line);
            Assert.Equal(i == 0 ? "<root_account>" : $"u{i - 1}", row.User);
            Assert.Equal(CellKind.Timestamp, row.Cell(4).Kind);
        });
    }

    [Fact]
    public void Typed_cells_allocate_nothing()
    {
        var report = Sample.Report(Sample.Lines(Sample.ShortHeader, Sample.ShortRoot, Sample.User("b")));
        Read(report);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = Read(report);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.NotEqual(0, sum);
        Assert.Equal(0, after - before);
    }

    private static long Read(CredentialReport report)
    {
        var sum = 0L;
        for (var i = 0; i < report.RowCount; i++)
        {
            var row = report.RowAt(i);
            for (var column = 0; column < CredentialReportColumns.All.Length; column++)
            {
                var cell = row.Cell(column);
                sum += (int)cell.Kind + cell.Line + cell.Column + cell.Time.Ticks;
            }
        }

        return sum;
    }

    private static List<string> Meaning(CredentialReport report) =>
    [
        .. from i in Enumerable.Range(0, report.RowCount)
           from column in CredentialReportColumns.All
           where report.HasColumn(column.Name)
           let cell = report.RowAt(i).Cell(column.Ordinal)
           select FormattableString.Invariant($"{i} {cell.Field} {cell.Kind} {cell.Text} {cell.Time:O}"),
    ];

    private static string Write(string[] header, string[][] rows, int[] order, string lineEnd, bool quote)
    {
        var lines = rows.Prepend(header)
            .Select(row => string.Join(',', order.Select(i => quote ? $"\"{row[i]}\"" : row[i])));
        return string.Join(lineEnd, lines);
    }

    private static string WithoutHalfPairs(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD).Select(rune => rune.ToString()));

    private sealed record WrittenCell(string Text, int Line, int Column);

    private sealed record WrittenReport(byte[] Bytes, List<string> Header, List<List<WrittenCell>> Rows)
    {
        public static WrittenReport Write(
            string[] names,
            string[][] values,
            bool quoteAll,
            string lineEnd,
            bool mark,
            bool lastLineEnd,
            bool arnFirst)
        {
            List<string> header = arnFirst ? ["arn", .. names, "user"] : ["user", .. names, "arn"];
            var text = new StringBuilder(mark ? "\uFEFF" : "");
            var line = 1;
            var column = 1;
            WriteRow(header);
            var rows = new List<List<WrittenCell>>();
            for (var i = 0; i < values.Length; i++)
            {
                var user = i == 0 ? "<root_account>" : $"u{i}";
                var arn = i == 0 ? Sample.RootArn : $"arn:aws:iam::{Sample.Account}:user/{user}";
                Put(lineEnd);
                rows.Add(WriteRow(arnFirst ? [arn, .. values[i], user] : [user, .. values[i], arn]));
            }

            if (lastLineEnd)
                Put(lineEnd);
            return new WrittenReport(Encoding.UTF8.GetBytes(text.ToString()), header, rows);

            List<WrittenCell> WriteRow(List<string> cells)
            {
                var written = new List<WrittenCell>();
                foreach (var cell in cells)
                {
                    if (written.Count > 0)
                        Put(",");
                    written.Add(new WrittenCell(cell, line, column));
                    var quote = quoteAll || cell.AsSpan().IndexOfAny(",\"\r\n") >= 0;
                    Put(quote ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell);
                }

                return written;
            }

            void Put(string piece)
            {
                text.Append(piece);
                foreach (var unit in piece)
                    (line, column) = unit == '\n' ? (line + 1, 1) : (line, column + 1);
            }
        }
    }
}
