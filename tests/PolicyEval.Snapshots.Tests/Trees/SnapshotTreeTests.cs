using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Trees;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests.Trees;

/// <summary>What is found in a folder of snapshots, in which order, and what is said of all else.</summary>
public sealed class SnapshotTreeTests : IDisposable
{
    private readonly Testing.TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sealed_ones_zips_and_bare_folders_are_found_by_place()
    {
        Bare("z/deep/er");
        Bare("a");
        Seal("m/2026.zip", BagForm.Zip);
        Seal("m/2026", BagForm.Folder);
        var found = Find();

        Assert.Equal(["a", "m/2026", "m/2026.zip", "z/deep/er"], found.Snapshots.Select(snapshot => snapshot.Place));
        Assert.Equal(
            ["", "111122223333", "111122223333", ""], found.Snapshots.Select(snapshot => snapshot.Account));
        Assert.Single(found.Snapshots.Select(snapshot => snapshot.Digest).Where(digest => digest.Length > 0).Distinct());
        Assert.Empty(found.Diagnostics);
    }

    [Fact]
    public void The_place_tells_account_and_time_where_the_snapshot_cannot()
    {
        Bare("111122223333/2026-03-01T061530Z");
        _folder.Write("999988887777/2026-03-02T061530Z.zip", "no zip");
        Assert.Equal(
            [
                ("111122223333", "2026-03-01T06:15:30"),
                ("999988887777", "2026-03-02T06:15:30"),
            ],
            Find().Snapshots.Select(snapshot => (snapshot.Account, $"{snapshot.StartedAt:s}")));
    }

    [Fact]
    public void What_lost_its_label_is_known_by_its_place()
    {
        _folder.Write("a/111122223333/2026-03-01T061530Z/bagit.txt", "damaged");
        _folder.Write("a/notes/readme.txt", "no evidence");
        var found = Assert.Single(Find().Snapshots);
        Assert.Equal(("111122223333", "01", ""), (found.Account, $"{found.StartedAt:dd}", found.Digest));
    }

    [Fact]
    public void What_is_under_data_is_not_looked_at_to_find_it()
    {
        Seal("m/2026", BagForm.Folder);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "m/2026/data/no name.partial"));
        var found = Assert.Single(Find().Snapshots);

        Assert.Equal(("111122223333", true, 64), (found.Account, found.IsCollected, found.Digest.Length));
        Assert.Null(Snapshot.Open(Path.Combine(_folder.Path, "m/2026")).Snapshot);
    }

    [Fact]
    public void The_samples_are_a_tree() => Assert.Equal(
        [("neglected", ""), ("odd-cells", ""), ("sealed", "111122223333"), ("well-kept", "")],
        SnapshotTree.Find(Repository.PathOf("snapshots")).Snapshots.Select(s => (s.Place, s.Account)));

    [Fact]
    public void Nothing_is_looked_for_inside_of_a_snapshot()
    {
        Bare("a");
        Bare("a/b");
        Assert.Equal(["a"], Find().Snapshots.Select(snapshot => snapshot.Place));
    }

    [Fact]
    public void What_is_passed_over_is_named()
    {
        Bare("a");
        Directory.CreateSymbolicLink(_folder.PathOf("link"), _folder.PathOf("a"));
        Directory.CreateDirectory(_folder.PathOf("b/2026-03-01T061530Z.partial"));
        _folder.Write("b/credential_report.csv", "x");
        _folder.Write("b/notes.txt", "x");
        var found = Find();

        Assert.Equal(["a"], found.Snapshots.Select(snapshot => snapshot.Place));
        Assert.Equal(
            ["b/2026-03-01T061530Z.partial PE6151", "b/credential_report.csv PE6152", "link PE6150"],
            found.Diagnostics.Select(diagnostic => $"{diagnostic.File} {diagnostic.Id}"));
    }

    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(1, 0, 1)]
    public void Depth_has_an_end(int depth, int snapshots, int diagnostics)
    {
        Bare("a/b");
        var found = SnapshotTree.Find(_folder.Path, new SnapshotLimits { TreeDepth = depth });
        Assert.Equal(
            (snapshots, diagnostics), (found.Snapshots.Length, found.Diagnostics.Count(d => d.Id == "PE6007")));
    }

    [Theory]
    [InlineData(3, 3, 0)]
    [InlineData(2, 2, 1)]
    public void Entries_have_an_end(int entries, int snapshots, int diagnostics)
    {
        foreach (var name in new[] { "a", "b", "c" })
            Bare(name);
        var found = SnapshotTree.Find(_folder.Path, new SnapshotLimits { TreeEntries = entries });
        Assert.Equal(
            (snapshots, diagnostics), (found.Snapshots.Length, found.Diagnostics.Count(d => d.Id == "PE6007")));
    }

    [Fact]
    public void The_list_of_an_organization_is_of_no_account()
    {
        _folder.Write("organization/x/organization-accounts.json", """{"Accounts": []}""");
        Assert.Equal(SnapshotKind.Organization, Assert.Single(Find().Snapshots).Kind);
    }

    [Fact]
    public void A_snapshot_or_a_file_is_no_tree()
    {
        Bare("a");
        Seal("b", BagForm.Folder);
        var file = _folder.Write("c.csv", "x");
        Assert.True(SnapshotTree.MayBe(_folder.Path));
        Assert.False(SnapshotTree.MayBe(_folder.PathOf("a")));
        Assert.False(SnapshotTree.MayBe(_folder.PathOf("b")));
        Assert.False(SnapshotTree.MayBe(file));
        Assert.False(SnapshotTree.MayBe(_folder.PathOf("absent")));
    }

    private FoundSnapshots Find() => SnapshotTree.Find(_folder.Path);

    private void Bare(string place) =>
        _folder.Write($"{place}/credential-report.csv", new CredentialReportText().Root().ToString());

    private void Seal(string place, BagForm form)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(place))!);
        Assert.Empty(SnapshotSealer.Seal(
            SampleCollection.Account().Compose(), _folder.PathOf(place), new SealOptions { Form = form }).Diagnostics);
    }
}
