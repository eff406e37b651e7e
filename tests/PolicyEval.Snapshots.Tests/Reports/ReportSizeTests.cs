using System.Text;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Reports;

/// <summary>What is held, what is not, and how much is read at most.</summary>
public sealed class ReportSizeTests : IDisposable
{
    private static readonly string Text = Sample.Lines(Sample.ShortHeader, Sample.ShortRoot, Sample.User("b"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_held_up_to_a_limit_and_may_be_larger_than_others_above_it()
    {
        var path = _folder.Write("r.csv", Text);
        var small = new SnapshotLimits { FileBytes = 100 };

        Assert.Equal(["PE6007 0:0"], Snapshot.Open(path, small).Places());
        Assert.Empty(Snapshot.Open(path, small with { HeldBytes = 100 }).Diagnostics);
        var refused = Snapshot.Open(path, small with { HeldBytes = 100, ReportBytes = 150 });
        Assert.Equal("There are more than 150 bytes (limit ReportBytes).", Assert.Single(refused.Diagnostics).Message);
    }

    [Fact]
    public void A_large_file_that_is_no_report_is_refused_as_a_small_one()
    {
        var limits = new SnapshotLimits { HeldBytes = 10 };

        Assert.Equal(["PE6013 1:1"], Snapshot.Open(_folder.Write("a", "<html>" + Text), limits).Places());
        Assert.Equal(["PE6037 1:1"], Snapshot.Open(_folder.Write("b", "{\"SummaryMap\": {}}"), limits).Places());
        Assert.Equal(["PE6010 1:1"], Snapshot.Open(_folder.Write("c", new string(' ', 100_000)), limits).Places());
        Assert.Equal(["PE6015 3:3"], Snapshot.Open(_folder.Write("d", Text[..^60] + "\nb,\0" + Text), limits).Places()[..1]);
    }

    [UnixFact]
    public void A_link_to_a_large_file_is_read_as_the_file()
    {
        var target = _folder.Write("r.csv", Text);
        var link = Path.Combine(_folder.Path, "link.csv");
        File.CreateSymbolicLink(link, target);

        Assert.Empty(Snapshot.Open(link, new SnapshotLimits { HeldBytes = 10, FileBytes = 100 }).Diagnostics);
    }

    [Fact]
    public void A_row_that_does_not_end_is_not_read_for_ever()
    {
        var path = _folder.Write("r.csv", Text + "c,\"" + new string('x', 5000));
        var limits = new SnapshotLimits { HeldBytes = 10, WindowBytes = 64, FileBytes = 1000 };

        var diagnostic = Assert.Single(Snapshot.Open(path, limits).Diagnostics);

        Assert.Equal(("PE6044", 4, 1), (diagnostic.Id, diagnostic.Line, diagnostic.Column));
        Assert.Equal("There are more than 1000 bytes in a row (limit FileBytes).", diagnostic.Message);
        Assert.Equal(["PE6045 4:3"], Snapshot.Open(path, limits with { FileBytes = 1 << 20 }).Places());
    }

    [Fact]
    public void Lines_have_a_limit_of_their_own()
    {
        var text = Sample.ShortHeader + ",x\n" + Sample.ShortRoot + ",\"" + new string('\n', 50) + "\"\n";

        Assert.Equal(["PE6049 1:46 x", "PE6044 20:1"], Sample.Read(text, new SnapshotLimits { Lines = 20 }).Places());
        Assert.Equal(["PE6049 1:46 x"], Sample.Read(text, new SnapshotLimits { Lines = 60 }).Places());
    }

    [Fact]
    public void Text_behind_the_last_row_that_is_read_is_still_looked_at()
    {
        var limits = new SnapshotLimits { Rows = 1, WindowBytes = 16 };

        Assert.Equal(["PE6044 3:1"], Sample.Read(Text, limits).Places());
        Assert.Equal(["PE6015 4:1"], Sample.Read(Text + "\0", limits).Places());
    }

    [Fact]
    public void Users_that_stand_twice_are_found_across_windows_and_scattered_accounts()
    {
        string Row(string user, int account) => user == "<root_account>"
            ? $"{user},arn:aws:iam::11112222333{account}:root,true,N/A"
            : $"{user},arn:aws:iam::11112222333{account}:user/{user},true,N/A";
        var many = Enumerable.Range(0, 3000).Select(i => Row($"u{i}", 1)).ToArray();
        string[] rows =
        [
            Row("<root_account>", 1), .. many, Row("<root_account>", 2), Row("u7", 2), Row("u2999", 1), Row("u7", 2),
        ];
        foreach (var limits in (SnapshotLimits[])[new(), new() { WindowBytes = 100 }])
        {
            var places = Sample.Read(Sample.Lines([Sample.ShortHeader, .. rows, Row("u5", 1)]), limits);
            Assert.Equal(["PE6063 3005:7 arn", "PE6063 3006:4 arn", "PE6063 3007:4 arn"], places.Places());
            Assert.Equal(
                ["3002", "3004", "8"], places.Diagnostics.Select(d => d.Arguments[1]));
        }
    }

    [Fact]
    public void Accounts_that_come_again_are_the_same_accounts()
    {
        var text = Sample.Lines(
            Sample.ShortHeader, Sample.ShortRoot,
            "<root_account>,arn:aws-cn:iam::111122223333:root,true,N/A",
            Sample.User("b"), "c,arn:aws-cn:iam::111122223333:user/c,true,N/A");
        var report = Sample.Report(text);

        Assert.Equal(["aws", "aws-cn", "aws", "aws-cn"], report.Rows().Select(row => row.Partition));
        Assert.Equal([(0, 0), (1, 1)], report.Accounts.Select(account => (account.RootRow, account.FirstRow)));
    }

    [Fact]
    public void A_small_report_is_opened_without_large_buffers()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        Sample.Read(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Sample.Read(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 200_000);
    }
}
