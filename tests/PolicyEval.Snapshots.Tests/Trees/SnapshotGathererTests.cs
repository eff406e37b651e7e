using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Trees;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests.Trees;

/// <summary>Which snapshots of a tree are read, and why the others are not.</summary>
public sealed class SnapshotGathererTests : IDisposable
{
    private readonly Testing.TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_newest_of_each_account_is_what_the_evidence_says()
    {
        Bare("a", "111122223333", "2026-03-02T00:00:00Z");
        Bare("b", "111122223333", "2026-03-01T00:00:00Z");
        Bare("c", "444455556666", "2026-01-01T00:00:00Z");

        // The time of a file says nothing.
        File.SetLastWriteTimeUtc(_folder.PathOf("a/credential-report.json"), new DateTime(2001, 1, 1));
        var gathered = Gather();

        Assert.Equal(["a", "c"], gathered.Snapshots.Select(result => result.Name));
        Assert.Equal(["b 111122223333 Older a"], LeftOut(gathered));
        Assert.Equal(["a", "b", "c"], Gather(all: true).Snapshots.Select(result => result.Name));
        Assert.Empty(Gather(all: true).LeftOut);
    }

    [Fact]
    public void A_sealed_snapshot_is_as_old_as_its_collection()
    {
        Seal("old.zip", SampleCollection.Start);
        Seal("new.zip", SampleCollection.Start.AddDays(1));
        Bare("bare", "111122223333", "2026-03-01T12:00:00Z");
        var gathered = Gather();

        Assert.Equal(["111122223333/2026-03-02T061530Z"], gathered.Snapshots.Select(result => result.Name));
        Assert.Equal(["bare 111122223333 Older new.zip", "old.zip 111122223333 Older new.zip"], LeftOut(gathered));
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public void Progress_is_told_of_each_snapshot_that_is_opened(bool all, int expected)
    {
        Seal("old.zip", SampleCollection.Start);
        Seal("new.zip", SampleCollection.Start.AddDays(1));
        Bare("bare", "444455556666", "2026-03-01T12:00:00Z");
        var tree = SnapshotTree.Find(_folder.Path);
        var opened = 0;
        new SnapshotGatherer(new VerifyOptions(), all) { OnOpened = () => opened++ }.Gather(tree);

        Assert.Equal((expected, expected), (opened, SnapshotGatherer.Expected(tree, all)));
    }

    [Fact]
    public void A_copy_is_read_once()
    {
        Bare("a", "111122223333", "2026-03-02T00:00:00Z");
        Bare("b", "111122223333", "2026-03-02T00:00:00Z");
        foreach (var gathered in new[] { Gather(), Gather(all: true) })
        {
            Assert.Equal(["a"], gathered.Snapshots.Select(result => result.Name));
            Assert.Equal(["b 111122223333 Copy a"], LeftOut(gathered));
            Assert.Empty(gathered.Diagnostics);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_two_of_one_time_with_other_evidence_neither_is_used(bool all)
    {
        Bare("older", "111122223333", "2026-03-01T00:00:00Z");
        Bare("b", "111122223333", "2026-03-02T00:00:00Z");
        Bare("a", "111122223333", "2026-03-02T00:00:00Z", "somebody");
        var gathered = Gather(all);

        Assert.Equal(
            [
                "a: PE6153: This and b are both of account 111122223333 and of 2026-03-02T00:00:00.000Z, and hold "
                + "different evidence: neither is used.",
                "b: PE6153: This and a are both of account 111122223333 and of 2026-03-02T00:00:00.000Z, and hold "
                + "different evidence: neither is used.",
            ],
            gathered.Snapshots.Where(result => result.Outline is null)
                .Select(result => Assert.Single(result.Diagnostics).ToString()));
        Assert.Equal(all ? ["a", "b", "older"] : ["a", "b"], gathered.Snapshots.Select(result => result.Name));
        Assert.Equal(all ? [] : ["older 111122223333 Older a"], LeftOut(gathered));
        Assert.Equal(2, gathered.Snapshots.Count(result => result.Account == "111122223333"));
    }

    [Fact]
    public void Two_that_do_not_tell_their_time_are_both_read_where_all_are()
    {
        Bare("a", "111122223333", generated: null);
        Bare("b", "111122223333", generated: null, "somebody");

        Assert.All(Gather().Snapshots, result => Assert.Equal("PE6153", Assert.Single(result.Diagnostics, d => d.Severity == SnapshotSeverity.Error).Id));
        Assert.DoesNotContain(null, Gather(all: true).Snapshots.Select(result => result.Outline));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void However_many_are_opened_at_a_time_they_come_in_order_and_hold_no_evidence(int threads)
    {
        for (var account = 0; account < 9; account++)
            Bare($"a{account}", $"11112222333{account}", "2026-03-02T00:00:00Z", "somebody");
        var options = new VerifyOptions { Limits = SnapshotLimits.Default with { Threads = threads } };
        var opened = new List<int>();
        var gathered = new SnapshotGatherer(options, takesAll: false)
        {
            OnOpened = () => opened.Add(Environment.CurrentManagedThreadId),
        }.Gather(SnapshotTree.Find(_folder.Path));

        Assert.Equal(
            Enumerable.Range(0, 9).Select(account => $"a{account} 11112222333{account}"),
            gathered.Snapshots.Select(result => $"{result.Name} {Assert.Single(result.Outline!.Accounts).Id}"));
        Assert.All(gathered.Snapshots, result => Assert.Null(result.Snapshot));
        Assert.Equal(2, gathered.Snapshots[8].Outline!.Open().Report!.RowCount);
        Assert.Equal(Enumerable.Repeat(Environment.CurrentManagedThreadId, 9), opened);
    }

    [Fact]
    public void Evidence_and_what_was_sealed_of_it_are_copies()
    {
        Bare("a", "111122223333", "2026-03-02T00:00:00Z");
        var sealing = AssertedSnapshot.Seal(
            _folder.PathOf("a"), new SnapshotAssertion("me", new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), ""),
            "test", _folder.PathOf("b"), new SealOptions());
        Assert.True(sealing.IsWritten);
        var gathered = Gather();

        Assert.NotNull(Assert.Single(gathered.Snapshots).Outline);
        Assert.Equal(["b/111122223333/2026-03-03T000000Z 111122223333 Copy a"], LeftOut(gathered));
    }

    [Fact]
    public void A_stray_file_does_not_hide_the_snapshots_below_it()
    {
        _folder.Write("t/users.json", """{"Users": []}""");
        Bare("t/acc1/night", "111122223333", "2026-03-02T00:00:00Z");
        Bare("t/acc2", "444455556666", "2026-03-02T00:00:00Z");
        Seal("t/acc3/2026-03-01T061530Z.zip", SampleCollection.Start);
        Seal("t/acc4", SampleCollection.Start, BagForm.Folder);
        var expected = "t: PE6155: users.json in this folder makes it one snapshot, and would hide the snapshots in it: "
            + "acc1/night, acc2, acc3/2026-03-01T061530Z.zip and 1 more.";

        foreach (var result in new[] { Snapshot.Open(_folder.PathOf("t")), Assert.Single(Gather().Snapshots) })
        {
            Assert.Null(result.Outline);
            Assert.Equal([expected], Errors(result.Diagnostics));
        }
    }

    [Fact]
    public void A_list_of_accounts_does_not_hide_the_snapshots_below_it()
    {
        _folder.Write("organization-accounts.json", """{"Accounts": [{"Id": "111122223333"}]}""");
        Bare("a", "111122223333", "2026-03-02T00:00:00Z");
        var organization = Assert.Single(Gather().Organizations);

        Assert.True(organization.IsUnusable);
        Assert.Equal("PE6155", Assert.Single(organization.Diagnostics).Id);
        Assert.Null(Snapshot.Open(_folder.Path).Snapshot);
    }

    [Fact]
    public void Other_folders_beside_evidence_are_no_snapshots()
    {
        Bare("a", "111122223333", "2026-03-02T00:00:00Z");
        _folder.Write("a/notes/deep/readme.txt", "notes");
        _folder.Write("a/notes/old.zip", "no zip at all");
        _folder.Write("a/signatures/contract.pdf", "none of ours");
        _folder.Write("a/snapshot.json", """{"format": "another"}""");

        Assert.NotNull(Snapshot.Open(_folder.PathOf("a")).Snapshot);
    }

    [Fact]
    public void Evidence_without_a_time_is_older_than_any()
    {
        Bare("a", "111122223333", generated: null);
        Assert.Equal(["a"], Gather().Snapshots.Select(result => result.Name));

        Bare("b", "111122223333", "2001-01-01T00:00:00Z");
        var gathered = Gather();
        Assert.Equal(["b"], gathered.Snapshots.Select(result => result.Name));
        Assert.Equal(["a 111122223333 Timeless b"], LeftOut(gathered));
    }

    [Fact]
    public void Snapshots_of_several_accounts_or_of_none_stand_for_themselves()
    {
        Bare("a", "111122223333", "2026-03-02T00:00:00Z");
        _folder.Write("none1/account-summary.json", """{"SummaryMap": {"AccountMFAEnabled": 1}}""");
        _folder.Write("none2/account-summary.json", """{"SummaryMap": {"AccountMFAEnabled": 1}}""");
        _folder.Write(
            "two/credential-report.csv",
            new CredentialReportText().Root("111122223333", "aws").Root("444455556666", "aws").ToString());
        var gathered = Gather();

        Assert.Equal(["a", "none1", "none2", "two"], gathered.Snapshots.Select(result => result.Name));
        Assert.Empty(gathered.LeftOut);
    }

    [Fact]
    public void What_cannot_be_used_is_kept_with_its_account()
    {
        Bare("a", "111122223333", "2026-03-02T00:00:00Z");
        _folder.Write("444455556666/bad/credential-report.csv", "nothing\n");
        var gathered = Gather();

        Assert.Equal(
            [("444455556666/bad", "444455556666", true), ("a", "", false)],
            gathered.Snapshots.Select(result => (result.Name, result.Account, result.Outline is null)));
    }

    [Fact]
    public void A_damaged_newest_snapshot_does_not_fall_back_to_an_older_one()
    {
        Seal("old", SampleCollection.Start, BagForm.Folder);
        Seal("new", SampleCollection.Start.AddDays(1), BagForm.Folder);
        File.AppendAllText(_folder.PathOf("new/data/collection.jsonl"), " ");
        var gathered = Gather();

        var result = Assert.Single(gathered.Snapshots);
        Assert.Equal((null, "111122223333"), (result.Outline, result.Account));
        Assert.Equal(["old 111122223333 Older new"], LeftOut(gathered));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("z", "b")]
    public void An_intact_copy_stands_in_for_a_damaged_one(string damaged, string intact)
    {
        Seal(damaged, SampleCollection.Start, BagForm.Folder);
        Seal(intact, SampleCollection.Start, BagForm.Folder);
        File.AppendAllText(_folder.PathOf($"{damaged}/data/collection.jsonl"), " ");
        foreach (var gathered in new[] { Gather(), Gather(all: true) })
        {
            Assert.NotNull(Assert.Single(gathered.Snapshots).Outline);
            Assert.Equal([$"{damaged} 111122223333 UnusableCopy {intact}"], LeftOut(gathered));
            var said = Assert.Single(gathered.Diagnostics);
            Assert.StartsWith($"{damaged}: PE6156: By its seal this is a copy of {intact}, ", said.ToString(), StringComparison.Ordinal);
            Assert.Contains("cannot be used itself: data/collection.jsonl: PE6087: ", said.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("z", "b")]
    public void What_is_damaged_and_no_copy_for_sure_is_read_beside_the_intact_one(string damaged, string intact)
    {
        Seal(damaged, SampleCollection.Start, BagForm.Folder);
        Seal(intact, SampleCollection.Start, BagForm.Folder);

        // The digest that the seal claims is another one now.
        File.AppendAllText(_folder.PathOf($"{damaged}/tagmanifest-sha256.txt"), "\n");
        var gathered = Gather();

        Assert.Equal(
            [$"111122223333/2026-03-01T061530Z True", $"{damaged} False"],
            gathered.Snapshots.Select(result => $"{result.Name} {result.Outline is not null}").Order());
        Assert.Empty(gathered.LeftOut);
    }

    [Theory]
    [InlineData("2026-03-02T061530Z")]
    [InlineData("2026-02-01T061530Z")]
    public void What_nobody_can_read_is_never_passed_over_for_its_name(string time)
    {
        Seal("new", SampleCollection.Start, BagForm.Folder);
        Seal($"111122223333/{time}", SampleCollection.Start, BagForm.Folder);
        File.WriteAllText(_folder.PathOf($"111122223333/{time}/snapshot.json"), "{}");
        var gathered = Gather();

        Assert.Contains(gathered.Snapshots, result => result.Name == $"111122223333/{time}" && result.Outline is null);
        Assert.Equal(time[6] == '3', gathered.LeftOut is [{ Place: "new", Reason: LeftOutReason.Older }]);
    }

    [Fact]
    public void Damaged_copies_of_evidence_by_hand_are_known_by_their_seal()
    {
        const string Place = "111122223333/2026-03-10T061530Z";
        Bare("evidence", "111122223333", "2026-03-02T00:00:00Z");
        var assertion = new SnapshotAssertion("the audit team", SampleCollection.Start.AddDays(9), "");
        foreach (var folder in new[] { "a", "c" })
            Assert.Empty(AssertedSnapshot.Seal(
                _folder.PathOf("evidence"), assertion, "policyeval 0", _folder.PathOf(folder),
                new SealOptions { Form = BagForm.Folder }).Diagnostics);
        Directory.Delete(_folder.PathOf("evidence"), recursive: true);
        File.AppendAllText(_folder.PathOf($"a/{Place}/VERIFY.txt"), " ");

        Assert.Equal([$"a/{Place} 111122223333 UnusableCopy c/{Place}"], LeftOut(Gather()));
    }

    [Fact]
    public void The_newest_list_of_an_organization_is_the_population()
    {
        Bare("a", "111122223333", "2026-03-02T00:00:00Z");
        var sealing = SnapshotSealer.Seal(
            SampleCollection.Organization(
                """{"Id": "111122223333", "Name": "prod", "Status": "ACTIVE"}""",
                """{"Id": "000000000001", "Name": "gone", "Status": "ACTIVE", "State": "SUSPENDED"}""")
                .ComposeOrganization(),
            _folder.PathOf("o"), new SealOptions { Form = BagForm.Folder });
        Assert.Empty(sealing.Diagnostics);
        var organization = Assert.Single(Gather().Organizations);

        Assert.Equal(("organization/2026-03-01T061530Z", true, true), (organization.Name, organization.IsSealed, organization.IsWhole));
        Assert.Equal(
            [("111122223333", "prod", "ACTIVE"), ("000000000001", "gone", "SUSPENDED")],
            organization.Accounts.Select(account => (account.Id, account.Name, account.Status)));

        File.AppendAllText(_folder.PathOf("o/VERIFY.txt"), " ");
        Assert.True(Assert.Single(Gather().Organizations).IsUnusable);
    }

    [Theory]
    [InlineData("""{"Accounts": []}""", true, "PE6154")]
    [InlineData("""{"Accounts": [{"Id": "111122223333"}], "NextToken": "more"}""", false, "")]
    [InlineData("""{"Error": {"Code": "AccessDenied"}}""", true, "PE6154")]
    public void A_list_that_is_empty_cut_or_refused_is_not_whole(string list, bool isUnusable, string id)
    {
        _folder.Write("o/organization-accounts.json", list);
        var organization = Assert.Single(Gather().Organizations);

        Assert.Equal((isUnusable, false), (organization.IsUnusable, organization.IsWhole));
        Assert.Contains(id, organization.Diagnostics.Select(diagnostic => diagnostic.Id).Append(""));
    }

    private static IEnumerable<string> LeftOut(GatheredSnapshots gathered) =>
        gathered.LeftOut.Select(left => $"{left.Place} {left.Account} {left.Reason} {left.For}");

    private static IEnumerable<string> Errors(IEnumerable<SnapshotDiagnostic> diagnostics) =>
        diagnostics.Where(d => d.Severity == SnapshotSeverity.Error).Select(d => d.ToString());

    private GatheredSnapshots Gather(bool all = false) =>
        new SnapshotGatherer(new VerifyOptions(), all).Gather(SnapshotTree.Find(_folder.Path));

    private void Bare(string place, string account, string? generated, params string[] users)
    {
        var report = new CredentialReportText().Root(account, "aws");
        foreach (var user in users)
            report.User(user, account, "aws");
        if (generated is null)
        {
            _folder.Write($"{place}/credential-report.csv", report.ToString());
            return;
        }

        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(report.ToString()));
        _folder.Write(
            $"{place}/credential-report.json",
            $$"""{"Content": "{{content}}", "ReportFormat": "text/csv", "GeneratedTime": "{{generated}}"}""");
    }

    private void Seal(string place, DateTimeOffset start, BagForm form = BagForm.Zip) => Assert.Empty(SnapshotSealer.Seal(
        SampleCollection.Account().Compose(start: start), _folder.PathOf(place), new SealOptions { Form = form })
        .Diagnostics);
}
