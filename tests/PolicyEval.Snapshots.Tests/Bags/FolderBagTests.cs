using System.Diagnostics;
using System.Runtime.Versioning;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Bags;

/// <summary>Folders that no writer made: each is refused, and what is wrong is named.</summary>
public sealed class FolderBagTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _bag;

    public FolderBagTests() => _bag = _folder.Write(BagForm.Folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_a_bag_when_it_holds_bagit_txt()
    {
        Assert.True(BagReader.IsBag(_bag));
        Assert.False(BagReader.IsBag(_folder.Path));
        Assert.False(BagReader.IsBag(Path.Combine(_bag, "bagit.txt")));
        Assert.False(BagReader.IsBag(Path.Combine(_folder.Path, "absent")));
        Assert.False(BagReader.IsBag("zero\0"));
    }

    [Fact]
    public void What_is_no_bag_or_not_there_is_refused()
    {
        var other = Directory.CreateDirectory(Path.Combine(_folder.Path, "other")).FullName;
        Assert.Equal(["PE6076 other 0:0"], FindingsOf(other));
        Assert.Equal(["PE6001 absent 0:0"], FindingsOf(Path.Combine(_folder.Path, "absent")));
        Assert.Equal("PE6002", Assert.Single(FindingsOf("zero\0"))[..6]);
        Assert.Equal(["PE6081 text 0:0"], FindingsOf(_folder.Write("text", "no zip")));
    }

    [Fact]
    public void An_unfinished_one_is_refused_though_it_is_whole()
    {
        Directory.Move(_bag, _bag + ".partial");
        Assert.Equal([$"PE6075 {SampleBag.Name}.partial 0:0"], FindingsOf(_bag + ".partial"));
    }

    [UnixFact]
    public void A_link_to_a_bag_is_followed_and_links_in_it_are_not()
    {
        var link = Path.Combine(_folder.Path, "latest");
        Directory.CreateSymbolicLink(link, SampleBag.Name);
        Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(link).Digest);

        var outside = Directory.CreateDirectory(Path.Combine(_folder.Path, "outside")).FullName;
        Directory.Move(Path.Combine(_bag, "data/raw"), Path.Combine(outside, "raw"));
        Directory.CreateSymbolicLink(Path.Combine(_bag, "data/raw"), Path.Combine(outside, "raw"));
        File.Move(Path.Combine(_bag, "snapshot.json"), Path.Combine(outside, "snapshot.json"));
        File.CreateSymbolicLink(Path.Combine(_bag, "snapshot.json"), Path.Combine(outside, "snapshot.json"));
        File.CreateSymbolicLink(Path.Combine(_bag, "broken"), "nowhere");
        Assert.Equal(["PE6079 broken 0:0", "PE6079 data/raw 0:0", "PE6079 snapshot.json 0:0"], FindingsOf(_bag));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void A_pipe_does_not_hang_the_reader()
    {
        var pipe = Path.Combine(_bag, "data/empty.json");
        File.Delete(pipe);
        using (var mkfifo = Process.Start("mkfifo", pipe))
            mkfifo.WaitForExit();

        var limits = SnapshotLimits.Default with { OpenTime = TimeSpan.FromMilliseconds(100) };
        Assert.Equal(["PE6079 data/empty.json 0:0"], SampleBag.Check(_bag, limits).Findings);
        Assert.False(BagReader.IsBag(pipe));
    }

    [UnixFact]
    public void Names_that_no_snapshot_has_are_refused()
    {
        foreach (var name in (string[])["a b", "a\\b", "c:x", "ä", "a\nb", "x.partial", "nul", "dot."])
            File.WriteAllText(Path.Combine(_bag, "data", name), "");
        Directory.CreateDirectory(Path.Combine(_bag, "d d"));
        Assert.Equal(["PE6077 d d 0:0"], FindingsOf(_bag));
        Directory.Delete(Path.Combine(_bag, "d d"));

        Assert.Equal(
            new[] { "a b", "a\\b", "c:x", "ä", "a\nb", "x.partial", "nul", "dot." }
                .Select(name => $"PE6077 data/{name} 0:0").Order(StringComparer.Ordinal),
            FindingsOf(_bag));
    }

    [Fact]
    public void Files_to_fetch_are_refused()
    {
        File.WriteAllText(Path.Combine(_bag, "fetch.txt"), "https://example.com/x 3 data/x\n");
        Assert.Equal(["PE6080 fetch.txt 0:0"], FindingsOf(_bag));
    }

    [Fact]
    public void More_entries_or_bytes_than_the_limits_are_refused()
    {
        Assert.Equal(
            [$"PE6007 {SampleBag.Name} 0:0"],
            SampleBag.Check(_bag, SnapshotLimits.Default with { BagEntries = 13 }).Findings);
        Assert.Empty(SampleBag.Check(_bag, SnapshotLimits.Default with { BagEntries = 14 }).Findings);
        Assert.Equal(
            [$"PE6007 {SampleBag.Name} 0:0"],
            SampleBag.Check(_bag, SnapshotLimits.Default with { BagBytes = 100 }).Findings);
        Assert.Contains(
            "PE6007 manifest-sha256.txt 0:0",
            SampleBag.Check(_bag, SnapshotLimits.Default with { FileBytes = 100 }).Findings);
    }

    [Fact]
    public void A_cancelled_reader_stops()
    {
        using var cancellation = new CancellationTokenSource();
        var diagnostics = new PolicyEval.Snapshots.Diagnostics.SnapshotDiagnosticBag(1);
        using var bag = BagReader.Open(_bag, SnapshotLimits.Default, diagnostics, cancellation.Token)!;
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => BagChecker.Check(bag, diagnostics));
    }

    private static string[] FindingsOf(string path) => SampleBag.Check(path).Findings;
}
