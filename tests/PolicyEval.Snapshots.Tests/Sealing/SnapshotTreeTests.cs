using PolicyEval.Snapshots.Sealing;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests.Sealing;

/// <summary>Which folders and files of a tree are snapshots of accounts.</summary>
public sealed class SnapshotTreeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sealed_snapshot_tells_its_account_and_time_and_its_content_is_none()
    {
        var found = SnapshotTree.Find(Repository.PathOf("snapshots"));
        var sealedOne = Assert.Single(found, snapshot => Path.GetFileName(snapshot.Path) == "sealed");

        Assert.NotEmpty(sealedOne.Account);
        Assert.NotNull(sealedOne.StartedAt);
        Assert.DoesNotContain(found, snapshot => snapshot.Path.Contains($"sealed{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.Contains(found, snapshot => Path.GetFileName(snapshot.Path) == "well-kept" && snapshot.Account.Length == 0);
    }

    [Fact]
    public void What_lost_its_label_is_known_by_its_place()
    {
        Put("a/111122223333/2026-03-01T061530Z/bagit.txt", "damaged");
        Put("a/111122223333/2026-03-02T061530Z.zip", "damaged");
        Put("a/111122223333/2026-03-03T061530Z.partial/bagit.txt", "not whole");
        Put("a/notes/readme.txt", "no evidence");

        Assert.Equal(
            ["2026-03-01T061530Z 111122223333 01", "2026-03-02T061530Z.zip 111122223333 02"],
            SnapshotTree.Find(_folder.Path).Select(s => $"{Path.GetFileName(s.Path)} {s.Account} {s.StartedAt:dd}"));
    }

    [Fact]
    public void Each_accounts_snapshots_come_by_time()
    {
        Put("x/222233334444/2026-03-01T000000Z/bagit.txt", "");
        Put("b/111122223333/2026-03-02T000000Z/bagit.txt", "");
        Put("c/111122223333/2026-03-01T000000Z/bagit.txt", "");
        Put("bare/credential-report.csv", "");

        Assert.Equal(
            ["bare", "c", "b", "x"],
            SnapshotTree.Find(_folder.Path).Select(s => Path.GetRelativePath(_folder.Path, s.Path).Split(Path.DirectorySeparatorChar)[0]));
    }

    [Fact]
    public void Links_are_not_followed()
    {
        Put("real/credential-report.csv", "");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "loop"), _folder.Path);

        Assert.Equal("real", Path.GetFileName(Assert.Single(SnapshotTree.Find(_folder.Path)).Path));
    }

    private void Put(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder.Path, name))!);
        _folder.Write(name, text);
    }
}
