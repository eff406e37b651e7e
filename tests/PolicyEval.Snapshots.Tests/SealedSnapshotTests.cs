using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Tests.Sealing;
using PolicyEval.Snapshots.Tests.Signatures;
using PolicyEval.Snapshots.Trees;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests;

public sealed class SealedSnapshotTests : IDisposable
{
    private readonly Testing.TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_sealed_snapshot_is_read_like_the_folder_in_it(BagForm form)
    {
        var sample = SampleCollection.Account(new CredentialReportText().Root().User("alice"), "alice").Compose();
        var path = SealedSample.Seal(_folder.Path, sample, form: form);

        var snapshot = Open(path);

        Assert.True(snapshot.IsSealed);
        Assert.Equal("111122223333/2026-03-01T061530Z", snapshot.Name);
        Assert.Equal(SnapshotVerifier.Verify(path, new VerifyOptions()).Digest, snapshot.Digest);
        Assert.Equal(2, snapshot.Report!.RowCount);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 6, 12, 45, TimeSpan.Zero), snapshot.GeneratedTime);
        Assert.Equal(1, snapshot.AccountSummary.Find("SummaryMap/Users")!.Value.Int);
        var file = Assert.Single(snapshot.Files, file => file.Name == "credential-report.csv");
        Assert.Equal("data/credential-report.csv", file.Path);
        Assert.Equal("alice", snapshot.Report.RowAt(1).User);
        Assert.Equal(3, snapshot.Report.RowAt(1).Line);
    }

    [Theory]
    [InlineData("manifest-sha256.txt")]
    [InlineData("tagmanifest-sha256.txt")]
    [InlineData("bag-info.txt")]
    [InlineData("snapshot.json")]
    [InlineData("signatures/0.dsse.json")]
    public void Any_trace_of_a_seal_makes_a_folder_without_bagit_a_damaged_snapshot(string trace)
    {
        var path = SealedSample.Seal(_folder.Path, SampleCollection.Account().Compose());
        var bare = Path.Combine(_folder.Path, "bare");
        Directory.CreateDirectory(Path.Combine(bare, "signatures"));
        File.Copy(Path.Combine(path, "data", "credential-report.csv"), Path.Combine(bare, "credential-report.csv"));
        Assert.NotNull(Snapshot.Open(bare).Snapshot);

        if (trace.StartsWith("signatures/", StringComparison.Ordinal))
            File.WriteAllText(Path.Combine(bare, trace), "{}");
        else
            File.Copy(Path.Combine(path, trace), Path.Combine(bare, trace));
        var result = Snapshot.Open(bare);

        Assert.Null(result.Snapshot);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6085", "bagit.txt"), (diagnostic.Id, diagnostic.File));
    }

    [Fact]
    public void A_damaged_snapshot_in_a_tree_is_found_without_its_bagit()
    {
        var path = SealedSample.Seal(_folder.Path, SampleCollection.Account().Compose());
        File.Delete(Path.Combine(path, "bagit.txt"));
        var found = Assert.Single(SnapshotTree.Find(_folder.Path).Snapshots);

        Assert.Equal(path, found.Path);
        Assert.Null(Snapshot.Open(found.Path).Snapshot);
    }

    [Fact]
    public void A_call_that_failed_is_denied_evidence_and_NoSuchEntity_is_evidence()
    {
        var sample = SampleCollection.Account()
            .Refusal(ApiOperations.GetAccountPasswordPolicy, "NoSuchEntity", "none")
            .Refusal(ApiOperations.ListVirtualMfaDevices, "AccessDenied", "not allowed");
        var path = SealedSample.Seal(_folder.Path, sample.Compose());

        var snapshot = Open(path);

        Assert.Equal(AnswerStatus.NoSuchEntity, snapshot.AnswerOf("account-password-policy.json").Status);
        Assert.Equal(AnswerStatus.Denied, snapshot.AnswerOf("virtual-mfa-devices.json").Status);
        Assert.False(snapshot.Document!.IsComplete);
    }

    [Fact]
    public void A_question_that_is_not_the_accounts_to_ask_spoils_nothing()
    {
        var sample = SampleCollection.Account().Refusal(
            ApiOperations.ListOrganizationsFeatures, "AccountNotManagementOrDelegatedAdministratorException", "no");
        var result = Snapshot.Open(SealedSample.Seal(_folder.Path, sample.Compose()));

        Assert.Empty(result.Diagnostics);
        Assert.True(result.Snapshot!.Document!.IsComplete);
        Assert.Equal(CallStatus.NotApplicable, result.Snapshot.Document.Calls[^1].Status);
    }

    [Fact]
    public void Signatures_are_told_by_the_keys_that_are_trusted()
    {
        var path = SealedSample.Seal(_folder.Path, SampleCollection.Account().Compose(), key: TestKeys.AliceKey);
        var unknown = Assert.Single(Open(path).Signatures);
        var trusted = Assert.Single(Snapshot.Open(
            path, new VerifyOptions { TrustedKeys = [TestKeys.AliceKey.PublicKey] }).Snapshot!.Signatures);

        Assert.Equal((SignatureStatus.Valid, false), (unknown.Status, unknown.IsTrusted));
        Assert.Equal((SignatureStatus.Valid, true), (trusted.Status, trusted.IsTrusted));
    }

    [Fact]
    public void The_accounts_of_an_organisation_are_no_evidence_of_an_account_PE6130()
    {
        var sample = SampleCollection.Account();
        var facts = sample.Facts() with { Kind = SnapshotKind.Organization, Account = "o-exampleorg" };
        var composed = SnapshotComposer.Compose(facts, sample.Records, sample.PageOf);
        var path = SealedSample.Seal(_folder.Path, composed);

        Assert.Contains(Snapshot.Open(path).Diagnostics, found => found.Id == "PE6130");
        Assert.Equal(
            VerificationVerdict.Unsigned, SnapshotVerifier.Verify(path, new VerifyOptions()).Verdict);
    }

    [Fact]
    public void A_report_that_nobody_can_read_is_a_call_that_failed_PE6137()
    {
        var report = new CredentialReportText();
        var path = SealedSample.Seal(_folder.Path, SampleCollection.Account(report, "alice").Compose());

        var result = Snapshot.Open(path);

        var warning = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6137", "credential-report.csv"), (warning.Id, warning.File));
        Assert.Null(result.Snapshot!.Report);
        Assert.Equal(AnswerStatus.Denied, result.Snapshot.ReportAnswer.Status);
        Assert.Equal(CredentialReportText.Account, Assert.Single(result.Snapshot.Accounts).Id);
        Assert.Equal(1, result.Snapshot.AccountSummary.Find("SummaryMap/Users")!.Value.Int);
        Assert.False(result.Snapshot.Document!.IsComplete);
        Assert.Equal("UnusableReport", result.Snapshot.Document.ErrorOf(ApiOperations.GetCredentialReport)!.Code);
    }

    [Fact]
    public void A_listed_user_without_a_row_is_missing_evidence_PE6144()
    {
        var report = new CredentialReportText().Root().User("alice");
        var path = SealedSample.Seal(_folder.Path, SampleCollection.Account(report, "alice", "bob").Compose());

        var result = Snapshot.Open(path);

        Assert.Equal("bob", Assert.Single(result.Snapshot!.UnreportedUsers).Text);
        Assert.Contains(result.Diagnostics, found => found is { Id: "PE6144", File: "users.json", Line: > 1 });
        Assert.Contains(result.Diagnostics, found => found is { Id: "PE6143", File: "snapshot.json" });
    }

    [Fact]
    public void A_report_of_no_known_time_is_a_call_that_failed()
    {
        var sample = new SampleCollection().Answer(
            ApiOperations.GetCredentialReport, "<Content>dXNlcixhcm4K</Content><GeneratedTime>soon</GeneratedTime>");
        Assert.Equal("UnusableReport", sample.Compose().Document.ErrorOf(ApiOperations.GetCredentialReport)!.Code);
    }

    [Fact]
    public void A_folder_of_snapshots_is_none_and_says_so_PE6140()
    {
        SealedSample.Seal(_folder.Path, SampleCollection.Account().Compose());
        var found = Assert.Single(Snapshot.Open(_folder.Path).Diagnostics, found => found.Id == "PE6140");
        Assert.Contains("night", found.Message);
    }

    [Theory]
    [InlineData("virtual-mfa-devices.json", """{"VirtualMFADevices": [{"Base32StringSeed": "QUJD"}]}""")]
    [InlineData("access-keys.json", """{"AccessKeyMetadata": [{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE"}]}""")]
    public void A_secret_in_evidence_by_hand_is_not_sealed_PE6138(string name, string content)
    {
        var evidence = Directory.CreateDirectory(_folder.PathOf("evidence")).FullName;
        File.WriteAllText(Path.Combine(evidence, name), content);
        var assertion = new SnapshotAssertion("the auditor", SampleCollection.Start, "");

        var result = AssertedSnapshot.Seal(evidence, assertion, "policyeval", _folder.PathOf("out"), new SealOptions());

        Assert.False(result.IsWritten);
        Assert.Contains(result.Diagnostics, found => found.Id == "PE6138" && found.File == name);
        Assert.DoesNotContain(result.Diagnostics, found => found.ToString().Contains("IOSFODNN"));
        File.WriteAllText(Path.Combine(evidence, name), content
            .Replace("QUJD", "[redacted]").Replace("AKIAIOSFODNN7EXAMPLE", "****************MPLE"));
        Assert.True(AssertedSnapshot.Seal(
            evidence, assertion, "policyeval", _folder.PathOf("out"), new SealOptions()).IsWritten);
    }

    [Fact]
    public void Evidence_is_not_asserted_before_it_was_made_PE6139()
    {
        var assertion = new SnapshotAssertion("the auditor", new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.Zero), "");
        var result = AssertedSnapshot.Seal(
            Repository.PathOf("snapshots", "well-kept"), assertion, "policyeval", _folder.Path, new SealOptions());
        Assert.Equal("PE6139", Assert.Single(result.Diagnostics).Id);
    }

    [Fact]
    public void Evidence_by_hand_is_sealed_and_marked_as_such()
    {
        var report = new CredentialReportText().Root().User("alice").ToString();
        var file = _folder.Write("report.csv", report);
        var assertion = new SnapshotAssertion("the auditor", SampleCollection.Start, "from the console");

        var result = AssertedSnapshot.Seal(file, assertion, "policyeval 0.1.0", _folder.Path, new SealOptions());

        Assert.True(result.IsWritten, string.Join('\n', result.Diagnostics));
        Assert.Equal(
            Path.Combine(_folder.Path, CredentialReportText.Account, "2026-03-01T061530Z"), result.Target);
        Assert.Equal(report, File.ReadAllText(Path.Combine(result.Target, "data/credential-report.csv")));
        var snapshot = Open(result.Target);
        Assert.Equal(SnapshotOrigin.Asserted, snapshot.Document!.Origin);
        Assert.Equal(assertion, snapshot.Document.Assertion);
        Assert.Null(snapshot.GeneratedTime);
        Assert.Empty(snapshot.Document.Calls);
    }

    [Fact]
    public void What_cannot_be_read_or_is_sealed_already_is_not_sealed_PE6136()
    {
        var assertion = new SnapshotAssertion("the auditor", SampleCollection.Start, "");
        var bad = _folder.Write("bad.csv", "user,arn\nx\n");
        var refused = AssertedSnapshot.Seal(bad, assertion, "policyeval", _folder.PathOf("out"), new SealOptions());
        Assert.False(refused.IsWritten);
        Assert.NotEmpty(refused.Diagnostics);

        var night = SealedSample.Seal(_folder.Path, SampleCollection.Account().Compose());
        var again = AssertedSnapshot.Seal(night, assertion, "policyeval", _folder.PathOf("out"), new SealOptions());
        Assert.Equal("PE6136", Assert.Single(again.Diagnostics).Id);
        Assert.False(Directory.Exists(_folder.PathOf("out")));
    }

    private static Snapshot Open(string path)
    {
        var result = Snapshot.Open(path);
        Assert.True(result.Snapshot is not null, string.Join('\n', result.Diagnostics));
        return result.Snapshot;
    }
}
