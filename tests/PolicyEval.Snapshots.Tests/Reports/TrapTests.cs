using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Snapshots.Tests.Reports;

/// <summary>What real reports hold and what bit other readers.</summary>
public sealed class TrapTests
{
    private const string H = Sample.ShortHeader;
    private const string R = Sample.ShortRoot;

    private static Cell CellOf(CredentialReport report, int row, string column) =>
        report.RowAt(row).Cell(CredentialReportColumns.Find(column)!.Ordinal);

    [Fact]
    public void Not_supported_in_the_root_row_is_neither_true_nor_false()
    {
        var cell = CellOf(Sample.Report(Sample.Lines(H, R)), 0, "password_enabled");

        Assert.Equal(CellKind.NotSupported, cell.Kind);
        Assert.Equal(("not_supported", 2, 47, "password_enabled"), (cell.Text, cell.Line, cell.Column, cell.Field));
    }

    [Theory]
    [InlineData("no_information", CellKind.NoInformation)]
    [InlineData("N/A", CellKind.NotApplicable)]
    [InlineData("", CellKind.Empty)]
    public void Tokens_in_date_columns_are_no_dates(string token, CellKind expected)
    {
        var report = Sample.Report(Sample.Lines(H, R, Sample.User("b", lastUsed: token)));
        var cell = CellOf(report, 1, "password_last_used");

        Assert.Equal((expected, token, 3, 41), (cell.Kind, cell.Text, cell.Line, cell.Column));
    }

    [Theory]
    [InlineData("2024-02-29T10:00:00+00:00")]
    [InlineData("2024-02-29T10:00:00Z")]
    [InlineData("2024-02-29T15:30:00+05:30")]
    public void Offsets_and_Z_are_the_same_instant(string text)
    {
        var cell = CellOf(Sample.Report(Sample.Lines(H, R, Sample.User("b", lastUsed: text))), 1, "password_last_used");

        Assert.Equal(CellKind.Timestamp, cell.Kind);
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 10, 0, 0, TimeSpan.Zero), cell.Time);
        Assert.Equal(text, cell.Text);
    }

    [Fact]
    public void An_unknown_token_is_a_warning_and_an_unrecognised_cell()
    {
        var result = Sample.Read(Sample.Lines(H, R, Sample.User("b", enabled: "maybe", lastUsed: "soon")));

        Assert.Equal(["PE6067 3:36 password_enabled", "PE6067 3:42 password_last_used"], result.Places());
        Assert.Equal(CellKind.Unrecognised, CellOf(result.Snapshot!.Report!, 1, "password_enabled").Kind);
        Assert.Equal("soon", CellOf(result.Snapshot.Report!, 1, "password_last_used").Text);
    }

    [Fact]
    public void A_report_without_root_row_looks_cut()
    {
        var result = Sample.Read(Sample.Lines(H, Sample.User("b")));

        Assert.Equal(["PE6064 2:3 arn"], result.Places());
        Assert.Equal([Sample.Account], result.Diagnostics[0].Arguments.AsEnumerable());
        Assert.Equal(new SnapshotAccount(Sample.Account, "aws", -1, 0) { HasUsers = true }, Assert.Single(result.Snapshot!.Accounts));
    }

    [Fact]
    public void A_report_of_China_has_no_root_row()
    {
        var result = Sample.Read(Sample.Lines(H, "b,arn:aws-cn:iam::111122223333:user/b,true,N/A"));

        Assert.Empty(result.Diagnostics);
        Assert.Equal("aws-cn", result.Snapshot!.Report!.RowAt(0).Partition);
    }

    [Theory]
    [InlineData("aws")]
    [InlineData("aws-us-gov")]
    [InlineData("aws-iso")]
    [InlineData("aws-iso-b")]
    [InlineData("aws-eusc")]
    public void The_partition_comes_from_the_ARN(string partition)
    {
        var root = $"<root_account>,arn:{partition}:iam::111122223333:root,N/A,N/A";
        var row = Sample.Report(Sample.Lines(H, root)).RowAt(0);

        Assert.Equal((partition, "111122223333", true), (row.Partition, row.Account, row.IsRoot));
    }

    [Fact]
    public void Users_named_like_root_are_users()
    {
        var report = Sample.Report(Sample.Lines(
            H, R, Sample.User("root"), Sample.User("rooty"),
            "x,arn:aws:iam::111122223333:user/root/x,true,N/A",
            "no_information,arn:aws:iam::111122223333:user/no_information,true,N/A"));

        Assert.Equal([true, false, false, false, false], Enumerable.Range(0, 5).Select(i => report.RowAt(i).IsRoot));
        Assert.Equal("root", report.RowAt(1).User);
        Assert.Equal("no_information", report.RowAt(4).User);
    }

    [Fact]
    public void A_comma_in_a_user_name_is_quoted()
    {
        var report = Sample.Report(Sample.Lines(
            H, R, "\"a,b\",\"arn:aws:iam::111122223333:user/a,b\",true,N/A"));
        var row = report.RowAt(1);

        Assert.Equal(("a,b", "arn:aws:iam::111122223333:user/a,b"), (row.User, row.Arn));
        var enabled = CellOf(report, 1, "password_enabled");
        Assert.Equal((1, 7, 44), (row.Cell(0).Column, row.Cell(1).Column, enabled.Column));
        Assert.Equal(CellKind.True, enabled.Kind);
    }

    [Fact]
    public void A_comma_without_quotes_is_refused()
    {
        var result = Sample.Read(Sample.Lines(H, R, Sample.User("a,b")));

        Assert.Null(result.Snapshot);
        Assert.Equal(["PE6046 3:1"], result.Places());
    }

    [Fact]
    public void A_23rd_column_that_is_filled_is_a_warning()
    {
        var header = "user,arn,additional_credentials_info";
        var result = Sample.Read(Sample.Lines(
            header,
            $"<root_account>,{Sample.RootArn},",
            $"a,arn:aws:iam::{Sample.Account}:user/a,N/A",
            $"b,arn:aws:iam::{Sample.Account}:user/b,\"3 access keys, aws iam list-access-keys\""));

        Assert.Equal(["PE6065 4:36 additional_credentials_info"], result.Places());
        Assert.NotNull(result.Snapshot);
    }

    [Fact]
    public void An_old_report_with_fewer_columns_has_absent_cells()
    {
        var report = Sample.Report(Sample.Lines("user,arn", $"<root_account>,{Sample.RootArn}"));
        var cell = CellOf(report, 0, "access_key_1_active");

        Assert.Equal((CellKind.Absent, 0, 0), (cell.Kind, cell.Line, cell.Column));
        Assert.Equal(("access_key_1_active", ""), (cell.Field, cell.Text));
        Assert.False(report.HasColumn("access_key_1_active"));
        Assert.True(report.HasColumn("arn"));
    }

    [Fact]
    public void Unknown_columns_are_kept_and_said()
    {
        var result = Sample.Read(Sample.Lines("arn,z,user", $"{Sample.RootArn},\"x\"\"y\",<root_account>"));
        var report = result.Snapshot!.Report!;

        Assert.Equal(["PE6049 1:5 z"], result.Places());
        Assert.Equal(["arn", "z", "user"], report.Header.AsEnumerable());
        var cell = report.RowAt(0).CellAt(1);
        Assert.Equal(("x\"y", 2, 32, "z"), (cell.Text, cell.Line, cell.Column, cell.Field));
        Assert.True(report.RowAt(0).IsRoot);
    }

    [Fact]
    public void A_column_in_another_spelling_is_read_with_a_warning()
    {
        var result = Sample.Read(Sample.Lines("User, ARN ,password_enabled", $"<root_account>,{Sample.RootArn},true"));

        Assert.Equal(["PE6043 1:1 user", "PE6043 1:6 arn"], result.Places());
        Assert.True(result.Snapshot!.Report!.RowAt(0).IsRoot);
    }

    [Fact]
    public void Several_accounts_keep_the_order_of_their_first_rows_and_need_not_be_contiguous()
    {
        var report = Sample.Report(Sample.Lines(
            H, Sample.User("b"),
            "<root_account>,arn:aws:iam::999999999999:root,true,N/A",
            R,
            "b,arn:aws:iam::999999999999:user/b,true,N/A",
            Sample.User("c")));

        Assert.Equal(
            [new("111122223333", "aws", 2, 0) { HasUsers = true }, new("999999999999", "aws", 1, 1) { HasUsers = true }], report.Accounts.AsEnumerable());
        Assert.Equal(
            ["111122223333", "999999999999", "111122223333", "999999999999", "111122223333"],
            Enumerable.Range(0, 5).Select(i => report.RowAt(i).Account));
    }

    [Fact]
    public void A_name_that_is_not_that_of_the_ARN_is_a_warning()
    {
        var result = Sample.Read(Sample.Lines(H, R, "a,arn:aws:iam::111122223333:user/team/b,true,N/A"));

        Assert.Equal(["PE6068 3:1 user"], result.Places());
        Assert.NotNull(result.Snapshot);
    }

    [Fact]
    public void A_row_index_outside_the_report_is_refused()
    {
        var report = Sample.Report(Sample.Lines(H, R));

        Assert.Throws<ArgumentOutOfRangeException>(() => report.RowAt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.RowAt(-1));
    }
}
