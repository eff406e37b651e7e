using System.Text.Json.Nodes;
using PolicyEval.Cli.Outputs;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Outputs;

/// <summary>A report of several files: whole or not there, and beside what else is in its folder.</summary>
public sealed class PendingFolderTests : IDisposable
{
    private const string Neglected =
        "account=444455556666/date=2026-03-01/626c0b76b256f477d0c25d43cda8b23d73d86b17e648ce6e119142e29a2d8f37.parquet";

    private static readonly string Snapshots = Repository.PathOf("snapshots");
    private static readonly string Snapshot = Repository.PathOf("snapshots", "neglected");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_appear_only_when_they_are_kept()
    {
        using (var folder = PendingFolder.Open(_folder.PathOf("new")))
        {
            using (var file = folder.Create("a=1/b=2/c.parquet"))
                file.Write("new"u8);
            using (var scratch = folder.CreateScratch())
                scratch.Write("gone"u8);
            Assert.Empty(Directory.GetFiles(_folder.Path, "*.parquet", SearchOption.AllDirectories));
            folder.Keep();
        }

        Assert.Equal(["new/a=1/b=2/c.parquet"], Files());
        Assert.Equal("new", File.ReadAllText(_folder.PathOf("new/a=1/b=2/c.parquet")));
        Assert.Equal([_folder.PathOf("new/a=1")], Directory.GetFileSystemEntries(_folder.PathOf("new")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_not_kept_leaves_everything_as_it_was(bool isThere)
    {
        if (isThere)
            Directory.CreateDirectory(_folder.PathOf("out"));
        using (var folder = PendingFolder.Open(_folder.PathOf("out")))
        using (var file = folder.Create("a=1/c.parquet"))
            file.Write("half"u8);

        Assert.Empty(Files());
        Assert.Equal(isThere, Directory.Exists(_folder.PathOf("out")));
    }

    [Fact]
    public void A_path_is_given_once()
    {
        using var folder = PendingFolder.Open(_folder.Path);
        folder.Create("c.parquet").Dispose();

        Assert.Throws<IOException>(() => folder.Create("c.parquet"));
    }

    [Theory]
    [InlineData("new/")]
    [InlineData("there")]
    [InlineData("linked/")]
    public void A_folder_gets_the_files_of_all_accounts(string name)
    {
        Directory.CreateDirectory(_folder.PathOf("there"));
        Directory.CreateSymbolicLink(_folder.PathOf("linked"), "there");
        var run = CliRun.Of("evaluate", Snapshots, "--format", $"parquet={_folder.PathOf(name)}");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            ["account=111122223333/date=2026-03-01", "account=444455556666/date=2026-03-01", "account=777788889999/date=2026-03-01"],
            Directory.GetFiles(_folder.PathOf(name), "*.parquet", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(Path.GetRelativePath(_folder.PathOf(name), file))!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Evidence_replaces_its_own_file_and_no_other()
    {
        var other = _folder.Write("lake/account=444455556666/date=2026-03-01/other.parquet", "other");
        var note = _folder.Write("lake/note.txt", "note");
        var own = _folder.Write($"lake/{Neglected}", "old");
        string[] evaluate = ["evaluate", Snapshot, "--format", $"parquet={_folder.PathOf("lake/")}"];

        Assert.Equal(1, CliRun.Of([.. evaluate, "--framework", "cis_v130"]).ExitCode);
        var first = File.ReadAllBytes(own);
        Assert.Equal(1, CliRun.Of([.. evaluate, "--framework", "cis_v700"]).ExitCode);
        Assert.NotEqual(first, File.ReadAllBytes(own));
        Assert.Equal(1, CliRun.Of([.. evaluate, "--framework", "cis_v130"]).ExitCode);

        Assert.Equal(first, File.ReadAllBytes(own));
        Assert.Equal(("other", "note"), (File.ReadAllText(other), File.ReadAllText(note)));
        Assert.Equal(3, Files().Length);
    }

    [Fact]
    public void A_saved_result_and_a_run_over_others_give_the_same_bytes()
    {
        CliRun.Of("evaluate", Snapshots, "--format", $"parquet={_folder.PathOf("all/")}");
        CliRun.Of("evaluate", Snapshot, "--format", $"parquet={_folder.PathOf("one/")}", "--format", $"json={_folder.PathOf("r.json")}");
        var run = CliRun.Of("report", _folder.PathOf("r.json"), "--format", $"parquet={_folder.PathOf("again/")}");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var bytes = File.ReadAllBytes(_folder.PathOf($"one/{Neglected}"));
        Assert.Equal(bytes, File.ReadAllBytes(_folder.PathOf($"all/{Neglected}")));
        Assert.Equal(bytes, File.ReadAllBytes(_folder.PathOf($"again/{Neglected}")));
    }

    /// <summary>Only who changes a result by hand can have it: the file would lose the rows that were there first.</summary>
    [Fact]
    public void Findings_of_a_snapshot_that_stand_apart_are_refused()
    {
        var path = _folder.PathOf("r.json");
        CliRun.Of("evaluate", Snapshots, "--format", $"json={path}");
        var result = JsonNode.Parse(File.ReadAllText(path))!;
        var findings = result["findings"]!.AsArray();
        var first = findings[0]!;
        findings.RemoveAt(0);
        findings.Add(first);
        File.WriteAllText(path, result.ToJsonString());

        var run = CliRun.Of("report", path, "--format", $"parquet={_folder.PathOf("lake/")}");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error PE4110: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["r.json"], Files());
    }

    [Fact]
    public void Where_another_report_finds_no_room_nothing_is_left()
    {
        var run = CliRun.Of(
            "evaluate", Snapshot, "--format", "json=/dev/full", "--format", $"parquet={_folder.PathOf("lake/")}");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error PE4110: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    /// <summary>Where a folder for one of the files cannot be made, no file is put in its place.</summary>
    [Fact]
    public void A_file_in_the_place_of_a_partition_stops_all()
    {
        _folder.Write("lake/account=777788889999", "a file");
        var run = CliRun.Of("evaluate", Snapshots, "--format", $"parquet={_folder.PathOf("lake/")}");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error PE4110: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["lake/account=777788889999"], Files());
        Assert.Empty(Directory.GetDirectories(_folder.PathOf("lake"), ".*"));
    }

    /// <summary>The place of the last file is taken: the others, which come before it, are not moved either.</summary>
    [Fact]
    public void A_folder_in_the_place_of_a_file_stops_all()
    {
        Assert.Equal(1, CliRun.Of("evaluate", Snapshots, "--format", $"parquet={_folder.PathOf("lake/")}").ExitCode);
        var files = Files();
        Assert.True(files.Length > 1);
        foreach (var file in files)
            File.Delete(_folder.PathOf(file));
        Directory.CreateDirectory(_folder.PathOf(files[^1]));

        var run = CliRun.Of("evaluate", Snapshots, "--format", $"parquet={_folder.PathOf("lake/")}");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error PE4110: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("A folder stands in the place of a file", run.Error, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_before_anything_is_read()
    {
        var run = CliRun.Of("evaluate", Snapshot, "--format", "parquet=/proc/lake/");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE4110: the output cannot be written: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_of_this_run_is_no_place_for_its_results()
    {
        var run = CliRun.Of("evaluate", Snapshot, "--format", $"parquet={Snapshot}/results/");

        Assert.Equal(64, run.ExitCode);
        Assert.StartsWith("error PE4108: ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists($"{Snapshot}/results"));
    }

    [Theory]
    [InlineData("PE4113", "json=new/")]
    [InlineData("PE4113", "json=there")]
    [InlineData("PE4113", "csv=there/")]
    [InlineData("PE4109", "parquet=no/such/")]
    [InlineData("PE4186", "parquet=file/")]
    [InlineData("PE4107", "parquet=there|parquet=there/")]
    public void What_is_in_the_way_is_said(string id, string formats)
    {
        Directory.CreateDirectory(_folder.PathOf("there"));
        _folder.Write("file", "here");
        var run = CliRun.Of(
        [
            "evaluate", Snapshot,
            .. formats.Split('|').SelectMany(format => (string[])
                ["--format", format.Replace("=", $"={_folder.Path}/", StringComparison.Ordinal)]),
        ]);

        Assert.Equal(64, run.ExitCode);
        Assert.StartsWith($"error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("here", File.ReadAllText(_folder.PathOf("file")));
        Assert.Equal(["file"], Files());
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Theory]
    [InlineData("check|policies|--format|sarif=new/")]
    [InlineData("test|--format|junit=new/")]
    [InlineData("diff|a|b|--format|json=new/")]
    [InlineData("pack|a|--output|new/")]
    public void What_is_one_file_goes_to_no_folder(string line)
    {
        var run = CliRun.Of(line.Split('|'));

        Assert.Equal(64, run.ExitCode);
        Assert.StartsWith("error PE4113: 'new/' is a folder", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The paths of all files, from the test's folder.</summary>
    private string[] Files() =>
    [
        .. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.Path, file)).Order(StringComparer.Ordinal),
    ];
}
