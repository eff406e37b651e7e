using PolicyEval.Cli.Outputs;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Outputs;

public sealed class PendingFileTests
{
    [Fact]
    public void The_file_appears_only_when_it_is_kept()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("report.json");
        using var file = PendingFile.Open(Destination.Of(path));
        file.Stream.Write("new"u8);
        file.Stream.Flush();

        Assert.False(File.Exists(path));
        file.Keep();
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void An_old_file_stays_whole_until_then()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("report.json");
        File.WriteAllText(path, "old");
        using (var file = PendingFile.Open(Destination.Of(path)))
            file.Stream.Write("half"u8);

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_device_is_written_to_and_stays_a_device()
    {
        using (var file = PendingFile.Open(Destination.Of("/dev/null")))
        {
            file.Stream.Write("gone"u8);
            file.Keep();
        }

        Assert.Equal("", File.ReadAllText("/dev/null"));
    }

    [Fact]
    public void A_file_whose_last_bytes_find_no_room_is_removed()
    {
        using var folder = new TemporaryFolder();
        var (path, temporary) = (folder.PathOf("report.json"), folder.Write(".report.json.1.partial", ""));
        var full = new FileStream("/dev/full", FileMode.Append, FileAccess.Write);
        using (var file = new PendingFile(path, temporary, full))
        {
            file.Stream.Write("held back"u8);
            Assert.Contains("No space left", Assert.Throws<IOException>(file.Stream.Flush).Message, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("json", "csv")]
    [InlineData("csv", "json")]
    [InlineData("console", "parquet")]
    [InlineData("parquet", "html")]
    public void Where_one_report_finds_no_room_no_other_is_left(string full, string other)
    {
        using var folder = new TemporaryFolder();
        var run = CliRun.Of(
            "evaluate", Repository.PathOf("snapshots", "neglected"), "--format", $"{full}=/dev/full",
            "--format", $"{other}={folder.PathOf("report")}");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE4110: the output cannot be written: No space left on device : '/dev/full'", run.Error);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_link_stays_and_its_target_is_replaced()
    {
        using var folder = new TemporaryFolder();
        var target = folder.Write("real/report.json", "old");
        var link = folder.PathOf("link.json");
        File.CreateSymbolicLink(link, "real/report.json");
        using (var file = PendingFile.Open(Destination.Of(link)))
        {
            file.Stream.Write("new"u8);
            file.Keep();
        }

        Assert.Equal("real/report.json", new FileInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(target));
        Assert.Null(new FileInfo(target).LinkTarget);
    }
}
