using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Tests.Sealing;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests.Verification;

public sealed class ChainVerifierTests : IDisposable
{
    private readonly Testing.TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nights_that_follow_each_other_are_a_whole_chain()
    {
        Night(0);
        Night(1, BagForm.Zip);
        Night(2);

        var chain = ChainVerifier.Verify(_folder.Path);

        Assert.Empty(chain.Diagnostics);
        Assert.True(chain.IsWhole);
        Assert.Equal(["night0", "night1.zip", "night2"], chain.Links.Select(link => link.Name));
        Assert.Equal(chain.Links[0].Digest, chain.Links[1].PreviousDigest);
    }

    [Fact]
    public void A_folder_of_accounts_is_looked_through_PE6135_where_nothing_is_there()
    {
        Assert.Equal("PE6135", Assert.Single(ChainVerifier.Verify(_folder.Path).Diagnostics).Id);
        Directory.CreateDirectory(_folder.PathOf("111122223333"));
        SealedSample.Seal(_folder.PathOf("111122223333"), Sample().Compose());
        Assert.Equal("111122223333/night", Assert.Single(ChainVerifier.Verify(_folder.Path).Links).Name);
        Assert.Equal("PE6001", Assert.Single(ChainVerifier.Verify(_folder.PathOf("absent")).Diagnostics).Id);
    }

    [Fact]
    public void A_deleted_night_is_missed_by_the_one_after_it_PE6131()
    {
        Night(0);
        var deleted = Night(1);
        Night(2);
        Directory.Delete(deleted, recursive: true);

        var chain = ChainVerifier.Verify(_folder.Path);

        Assert.False(chain.IsWhole);
        Assert.Contains(chain.Diagnostics, found => found is { Id: "PE6131", File: "night2" });
        Assert.Contains(chain.Diagnostics, found => found is { Id: "PE6134", File: "night2" });
    }

    [Fact]
    public void The_first_night_deleted_is_missed_too()
    {
        Directory.Delete(Night(0), recursive: true);
        Night(1, previous: new PreviousSnapshot(new string('a', 64), SampleCollection.Start));
        var found = Assert.Single(ChainVerifier.Verify(_folder.Path).Diagnostics);
        Assert.Equal(("PE6131", "night1"), (found.Id, found.File));
    }

    [Fact]
    public void A_night_without_a_snapshot_is_a_warning_PE6134()
    {
        Night(0);
        Night(3);
        var chain = ChainVerifier.Verify(_folder.Path);
        var found = Assert.Single(chain.Diagnostics);
        Assert.Equal(("PE6134", "night3"), (found.Id, found.File));
        Assert.Contains("2026-03-02, 2026-03-03", found.Message);
        Assert.True(chain.IsWhole);
    }

    [Fact]
    public void Two_snapshots_after_the_same_one_are_a_fork_PE6132()
    {
        Night(0);
        var link = Newest();
        Night(1, previous: link);
        Night(2, previous: link);
        var found = Assert.Single(ChainVerifier.Verify(_folder.Path).Diagnostics);
        Assert.Equal(("PE6132", "night2"), (found.Id, found.File));
    }

    [Fact]
    public void A_snapshot_that_says_it_was_first_is_a_fork_too()
    {
        Night(0);
        SealedSample.Seal(_folder.Path, Sample().Compose(null, SampleCollection.Start.AddDays(1)), "night1");
        Assert.Equal("PE6132", Assert.Single(ChainVerifier.Verify(_folder.Path).Diagnostics).Id);
    }

    [Fact]
    public void A_snapshot_that_follows_a_later_one_is_out_of_order_PE6133()
    {
        Night(5);
        Night(4, previous: Newest());
        var chain = ChainVerifier.Verify(_folder.Path);
        Assert.Contains(chain.Diagnostics, found => found is { Id: "PE6133", File: "night4" });
        Assert.False(chain.IsWhole);
    }

    [Fact]
    public void What_cannot_be_read_is_named_with_its_snapshot()
    {
        var night = Night(0);
        File.AppendAllText(Path.Combine(night, BagLayout.Document), " ");
        var chain = ChainVerifier.Verify(_folder.Path);
        Assert.Contains(chain.Diagnostics, found => found is { Id: "PE6087", File: "night0: snapshot.json" });
        Assert.False(chain.IsWhole);
    }

    [Fact]
    public void Evidence_by_hand_is_in_no_chain()
    {
        Night(0);
        Night(1);
        var assertion = new SnapshotAssertion("the auditor", SampleCollection.Start.AddHours(1), "");
        var report = _folder.Write("report.csv", new CredentialReportText().Root().ToString());
        var sealedByHand = AssertedSnapshot.Seal(report, assertion, "policyeval", _folder.Path, new SealOptions());
        Assert.True(sealedByHand.IsWritten);
        Directory.Move(sealedByHand.Target, _folder.PathOf("by-hand"));

        var chain = ChainVerifier.Verify(_folder.Path);

        Assert.Empty(chain.Diagnostics);
        Assert.Equal(["by-hand"], chain.Links.Where(link => link.IsAsserted).Select(link => link.Name));
        Assert.Equal(SampleCollection.Start.AddDays(1), Newest()!.StartedAt);
    }

    [Fact]
    public void A_zip_without_content_is_named()
    {
        Night(0);
        _folder.Write("night1.zip", "");
        Assert.Contains(ChainVerifier.Verify(_folder.Path).Diagnostics, found => found.File.Contains("night1.zip"));
    }

    [Fact]
    public void The_newest_is_found_by_name_and_under_a_name_of_its_own()
    {
        string Seal(string name, int day) => SealedSample.Seal(
            _folder.Path, Sample().Compose(null, SampleCollection.Start.AddDays(day)), name);
        Seal("2026-03-01T061530Z", 0);
        Seal("2026-03-03T061530Z", 2);
        Assert.Equal(SampleCollection.Start.AddDays(2), Newest()!.StartedAt);
        File.AppendAllText(Path.Combine(Seal("2026-03-04T061530Z", 3), BagLayout.Document), " ");
        Assert.Equal(SampleCollection.Start.AddDays(2), Newest()!.StartedAt);
        Seal("2031-03-04T061530Z", 1829);
        Assert.Equal(SampleCollection.Start.AddDays(2), Newest()!.StartedAt);
        Seal("copied", 9);
        Assert.Equal(SampleCollection.Start.AddDays(9), Newest()!.StartedAt);
    }

    private static SampleCollection Sample() => SampleCollection.Account();

    private PreviousSnapshot? Newest() => PreviousSnapshots.Newest(
        _folder.Path, SnapshotKind.Account, CredentialReportText.Account, SampleCollection.Start.AddDays(100));

    private string Night(int day, BagForm form = BagForm.Folder, PreviousSnapshot? previous = null) => SealedSample.Seal(
        _folder.Path, Sample().Compose(previous ?? Newest(), SampleCollection.Start.AddDays(day)), $"night{day}", form);
}
