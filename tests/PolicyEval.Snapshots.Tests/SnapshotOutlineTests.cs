using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests;

/// <summary>What is known of a snapshot while its evidence is let go, and that the evidence is the same again.</summary>
public sealed class SnapshotOutlineTests : IDisposable
{
    private static readonly string Report = new CredentialReportText().Root().User("ann").ToString();

    private readonly Testing.TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("folder")]
    [InlineData("zip")]
    [InlineData("bare")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("unusable")]
    public void What_was_let_go_is_read_again_and_is_the_same(string form)
    {
        var opened = Snapshot.Open(Make(form));
        var (held, letGo) = (opened.Snapshot!, opened.LetGo());
        var again = letGo.Outline!.Open();

        Assert.Null(letGo.Snapshot);
        Assert.NotSame(held, again);
        Assert.Same(held, opened.Outline!.Open());
        Assert.Equal(held.Files.AsEnumerable(), again.Files);
        Assert.Equal(
            (held.Name, held.Digest, held.GeneratedTime, held.Report?.RowCount, held.IsSealed),
            (again.Name, again.Digest, again.GeneratedTime, again.Report?.RowCount, again.IsSealed));
        Assert.Equal(
            held.Answers.Select(answer => (answer.FileName, answer.Status, answer.Root?.Raw)),
            again.Answers.Select(answer => (answer.FileName, answer.Status, answer.Root?.Raw)));
        Assert.All(held.Files, file => Assert.Equal(
            held.ContentOf(file.Name)!.Value.ToArray(), again.ContentOf(file.Name)!.Value.ToArray()));
    }

    [Theory]
    [InlineData("folder", "data/credential-report.csv")]
    [InlineData("folder", "data/users.json")]
    [InlineData("bare", "credential-report.csv")]
    [InlineData("csv", "")]
    public void Evidence_that_changed_meanwhile_is_not_evidence(string form, string file)
    {
        var path = Make(form);
        var outline = Snapshot.Open(path).LetGo().Outline!;
        var changed = file.Length == 0 ? path : Path.Combine(path, file);

        // Of the same length, and with the time that it had: only the bytes tell.
        var time = File.GetLastWriteTimeUtc(changed);
        var text = File.ReadAllText(changed);
        File.WriteAllText(changed, text.Replace("ann", "eve", StringComparison.Ordinal));
        Assert.NotEqual(text, File.ReadAllText(changed));
        File.SetLastWriteTimeUtc(changed, time);
        AssertChanged(outline);

        File.Delete(changed);
        AssertChanged(outline);
    }

    [Fact]
    public void A_zip_that_another_one_replaced_is_not_the_snapshot()
    {
        var outline = Snapshot.Open(Make("zip")).LetGo().Outline!;
        File.Delete(_folder.PathOf("night.zip"));
        Seal("night.zip", BagForm.Zip, SampleCollection.Account(new CredentialReportText().Root().User("eve"), "eve"));
        AssertChanged(outline);

        File.WriteAllText(_folder.PathOf("night.zip"), "no zip");
        AssertChanged(outline);
    }

    [Fact]
    public void Of_a_sealed_snapshot_only_the_evidence_is_read_again()
    {
        var path = Make("folder");
        var outline = Snapshot.Open(path).LetGo().Outline!;
        Directory.Delete(Path.Combine(path, "data", "raw"), recursive: true);
        File.Delete(Path.Combine(path, "manifest-sha256.txt"));

        Assert.Equal(outline.Files.AsEnumerable(), outline.Open().Files);
        Assert.Null(Snapshot.Open(path).Outline);
    }

    [Fact]
    public void Sources_that_agree_are_not_compared_again_and_others_disagree_again()
    {
        var agreeing = Snapshot.Open(Make("folder")).LetGo().Outline!;
        var report = new CredentialReportText().Root().User("ann").User("bob");
        var disagreeing = Snapshot.Open(Seal("odd", BagForm.Folder, SampleCollection.Account(report, "ann")));
        var again = disagreeing.LetGo().Outline!.Open();

        Assert.True(agreeing.Agrees && agreeing.Open().IsKnownToAgree);
        Assert.False(disagreeing.Outline!.Agrees || again.IsKnownToAgree);
        Assert.NotEmpty(again.Doubts);
        Assert.Equal(disagreeing.Snapshot!.Doubts, again.Doubts);
    }

    [Fact]
    public void What_can_be_read_only_once_is_kept()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Report));
        var read = Snapshot.Read(stream, "-");
        Assert.NotNull(read.Snapshot);
        Assert.Same(read.Snapshot, read.LetGo().Outline!.Open());

        var large = Snapshot.Open(Make("csv"), SnapshotLimits.Default with { HeldBytes = 10 });
        Assert.NotNull(large.Snapshot);
        Assert.Same(large.Snapshot, large.LetGo().Snapshot);
    }

    [Fact]
    public void What_cannot_be_used_has_no_outline()
    {
        var opened = Snapshot.Open(_folder.Write("bad.csv", "nothing\n"));

        Assert.Null(opened.Outline);
        Assert.Null(opened.LetGo().Outline);
        Assert.NotEmpty(opened.LetGo().Diagnostics);
    }

    [Fact]
    public void An_outline_names_the_account()
    {
        _folder.Write("a/account-aliases.json", """{"AccountAliases": ["acme", "other"]}""");
        _folder.Write("a/credential-report.csv", Report);
        var outline = Snapshot.Open(_folder.PathOf("a")).Outline!;

        Assert.Equal("acme", outline.Alias);
        Assert.Equal(CredentialReportText.Account, Assert.Single(outline.Accounts).Id);
        Assert.Equal("", Snapshot.Open(Make("csv")).Outline!.Alias);
    }

    private static void AssertChanged(SnapshotOutline outline)
    {
        var thrown = Assert.Throws<EvidenceReadException>(() => outline.Open());
        Assert.Equal(("PE6176", outline.Name), (thrown.Diagnostic.Id, thrown.Diagnostic.File));
        Assert.Equal(SnapshotSeverity.Error, thrown.Diagnostic.Severity);
    }

    private string Make(string form)
    {
        switch (form)
        {
            case "folder" or "zip":
                return Seal(
                    form == "zip" ? "night.zip" : "night", form == "zip" ? BagForm.Zip : BagForm.Folder,
                    SampleCollection.Account(new CredentialReportText().Root().User("ann"), "ann"));
            case "unusable":
                return Seal("night", BagForm.Folder, SampleCollection.Account(new CredentialReportText()));
            case "bare":
                _folder.Write("bare/credential-report.csv", Report);
                _folder.Write("bare/account-summary.json", """{"SummaryMap": {"Users": 1}}""");
                return _folder.PathOf("bare");
            case "csv":
                return _folder.Write("any.csv", Report);
            default:
                var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(Report));
                return _folder.Write(
                    "any.json",
                    $$"""{"Content": "{{content}}", "ReportFormat": "text/csv", "GeneratedTime": "2026-03-01T06:12:45Z"}""");
        }
    }

    private string Seal(string place, BagForm form, SampleCollection collection)
    {
        Assert.Empty(SnapshotSealer.Seal(
            collection.Compose(), _folder.PathOf(place), new SealOptions { Form = form }).Diagnostics);
        return _folder.PathOf(place);
    }
}
