using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Tests.Sealing;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests.Verification;

public sealed class SnapshotVerifierTests : IDisposable
{
    private readonly Testing.TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_snapshot_as_it_was_sealed_is_intact_and_unsigned(BagForm form)
    {
        var path = SealedSample.Seal(_folder.Path, Sample().Compose(), form: form);

        var verification = Verify(path);

        Assert.Empty(verification.Diagnostics);
        Assert.Equal(VerificationVerdict.Unsigned, verification.Verdict);
        Assert.Equal(
            ["manifests", "signatures", "document", "calls", "derivation", "secrets"],
            verification.Checks.Select(check => check.Name));
        Assert.All(verification.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
        Assert.Equal(CredentialReportText.Account, verification.Document!.Account);
        Assert.True(verification.Document.IsComplete);
        Assert.True(verification.Document.Reconciliation!.Agrees);
    }

    [Fact]
    public void Folder_and_zip_have_the_same_digest()
    {
        var folder = Verify(SealedSample.Seal(_folder.Path, Sample().Compose()));
        var zip = Verify(SealedSample.Seal(_folder.Path, Sample().Compose(), form: BagForm.Zip));
        Assert.Equal(folder.Digest, zip.Digest);
    }

    [Theory]
    [InlineData("data/account-summary.json", "\"AccountMFAEnabled\": 1", "\"AccountMFAEnabled\": 0", "PE6123")]
    [InlineData("data/credential-report.csv", "true", "false", "PE6123")]
    [InlineData("snapshot.json", "\"agrees\": true", "\"agrees\": false", "PE6122")]
    [InlineData("snapshot.json", "\"producer\"", "\"maker\"", "PE6120")]
    [InlineData("snapshot.json", "    \"iam:GetAccountSummary\",\n", "", "PE6120")]
    [InlineData("snapshot.json", "\"startedAt\": \"2026-03-01T06:15:30", "\"startedAt\": \"2026-03-01T06:15:31", "PE6120")]
    [InlineData("snapshot.json", "\"endedAt\": \"2026-03-01T06:15:35", "\"endedAt\": \"2026-03-01T06:15:31", "PE6120")]
    [InlineData("data/collection.jsonl", "\"isLast\":true", "\"isLast\":false", "PE6141")]
    [InlineData("snapshot.json", "policyeval-snapshot/1", "policyeval-snapshot/9", "PE6121")]
    [InlineData("snapshot.json", "\"account\": \"111122223333\"", "\"account\": \"444455556666\"", "PE6122")]
    [InlineData("data/raw/iam/GetAccountSummary/0001.xml", "<value>1</value>", "<value>0</value>", "PE6126")]
    public void Who_changes_a_file_and_makes_the_hashes_right_is_found_out(
        string file, string before, string after, string id)
    {
        var path = SealedSample.Forge(_folder.Path, Sample().Compose(), file, text =>
        {
            Assert.Contains(before, text);
            return text.Replace(before, after, StringComparison.Ordinal);
        });

        var verification = Verify(path);

        Assert.Equal(VerificationVerdict.Damaged, verification.Verdict);
        Assert.Contains(verification.Diagnostics, found =>
            found.Id == id && found.File == file && found.Line > 0 && found.Column > 0);
        Assert.Null(Snapshot.Open(path).Snapshot);
    }

    [Fact]
    public void A_file_that_no_call_gives_is_named_PE6124() => AssertFound(
        "PE6124", "data/notes.txt", SealedSample.Forge(_folder.Path, Sample().Compose(), "data/notes.txt", _ => "hi"));

    [Theory]
    [InlineData("data/users.json")]
    [InlineData("data/raw/iam/ListUsers/0001.xml")]
    public void A_file_that_a_call_gives_and_is_not_there_is_named_PE6125(string file) =>
        AssertFound("PE6125", file, SealedSample.Forge(_folder.Path, Sample().Compose(), file, _ => null));

    [Fact]
    public void A_snapshot_of_one_account_holds_no_evidence_of_another_PE6142()
    {
        var report = new CredentialReportText().Root("444455556666", "aws");
        var target = _folder.PathOf("night");
        var result = SnapshotSealer.Seal(SampleCollection.Account(report).Compose(), target, new SealOptions());
        Assert.Equal("PE6142", Assert.Single(result.Diagnostics).Id);
        Assert.False(Directory.Exists(target));
    }

    [Fact]
    public void Neither_does_a_list_name_another_account()
    {
        var sample = Sample().Answer(
            ApiOperations.GetAccountAuthorizationDetails,
            "<RoleDetailList><member><Arn>arn:aws:iam::444455556666:role/Reader</Arn></member></RoleDetailList>"
            + "<IsTruncated>false</IsTruncated>");
        var result = SnapshotSealer.Seal(sample.Compose(), _folder.PathOf("night"), new SealOptions());
        Assert.Equal("PE6142", Assert.Single(result.Diagnostics).Id);
    }

    [Fact]
    public void A_later_version_may_say_the_same_in_other_words()
    {
        var sample = SampleCollection.Account(new CredentialReportText().Root(), "alice").Compose();
        Assert.NotEmpty(sample.Document.Warnings);
        var path = SealedSample.Forge(_folder.Path, sample, "snapshot.json", text => text
            .Replace("The report has 0 users", "There are 0 users in the report", StringComparison.Ordinal));
        Assert.Equal(VerificationVerdict.Unsigned, Verify(path).Verdict);
    }

    [Fact]
    public void Labels_for_archives_follow_from_the_snapshot()
    {
        var path = SealedSample.Forge(_folder.Path, Sample().Compose(), "snapshot.json", text => text);
        Assert.Equal(VerificationVerdict.Unsigned, Verify(path).Verdict);
        var other = Sample().Compose();
        other = other with { Document = other.Document with { Producer = "evil 9" } };
        Directory.Delete(path, recursive: true);
        AssertFound("PE6122", "bag-info.txt", SealedSample.Forge(
            _folder.Path, other, "snapshot.json", text => text.Replace("evil 9", "policyeval-collect 0.1.0")));
    }

    [Fact]
    public void A_secret_keeps_the_snapshot_from_being_sealed_PE6127()
    {
        var sample = Sample().Answer(
            ApiOperations.ListAccountAliases,
            "<AccountAliases><member>AKIAIOSFODNN7EXAMPLE</member></AccountAliases><IsTruncated>false</IsTruncated>");
        var target = _folder.PathOf("night");

        var result = SnapshotSealer.Seal(sample.Compose(), target, new SealOptions());

        Assert.False(result.IsWritten);
        Assert.Contains(result.Diagnostics, found => found is { Id: "PE6127", File: "data/account-aliases.json" });
        Assert.DoesNotContain(result.Diagnostics, found => found.ToString().Contains("AKIAIOSFODNN7EXAMPLE"));
        Assert.False(Directory.Exists(target));
    }

    [Fact]
    public void A_secret_in_a_sealed_snapshot_is_a_warning_PE6128()
    {
        var report = new CredentialReportText().Root().User("AKIAIOSFODNN7EXAMPLE");
        var sample = SampleCollection.Account(report);
        var verification = Verify(SealedSample.Seal(_folder.Path, sample.Compose()));

        Assert.Equal(VerificationVerdict.Unsigned, verification.Verdict);
        Assert.Contains(verification.Diagnostics, found => found is { Id: "PE6128", File: "data/credential-report.csv" });
        Assert.Contains(verification.Document!.Warnings, text => text.Contains("data/credential-report.csv:3:1"));
    }

    [Fact]
    public void What_is_no_snapshot_is_damaged_and_nothing_else_is_checked()
    {
        var verification = Verify(_folder.PathOf("absent"));
        Assert.Equal(VerificationVerdict.Damaged, verification.Verdict);
        Assert.All(verification.Checks, check => Assert.Equal(CheckStatus.NotChecked, check.Status));
        Assert.NotEmpty(verification.Diagnostics);
    }

    private static SampleCollection Sample() =>
        SampleCollection.Account(new CredentialReportText().Root().User("alice"), "alice");

    private static SnapshotVerification Verify(string path) => SnapshotVerifier.Verify(path, new VerifyOptions());

    private static void AssertFound(string id, string file, string path)
    {
        var verification = Verify(path);
        Assert.Equal(VerificationVerdict.Damaged, verification.Verdict);
        Assert.Contains(verification.Diagnostics, found => found.Id == id && found.File == file);
        Assert.Null(Snapshot.Open(path).Snapshot);
    }
}
