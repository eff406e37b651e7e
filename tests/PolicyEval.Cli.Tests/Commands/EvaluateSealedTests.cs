using System.Text.Json.Nodes;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>evaluate</c> over sealed snapshots: integrity always, signatures where they are required.</summary>
public sealed class EvaluateSealedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_report_names_digest_origin_and_signature(BagForm form)
    {
        var path = Seal(form, TestKey.Alice);
        var alice = _folder.WritePublic(TestKey.Alice, "alice");
        var snapshot = SnapshotOf("evaluate", path, "--format", "json", "--trusted-key", alice);

        Assert.True((bool)snapshot["sealed"]!);
        Assert.Equal("collected", (string?)snapshot["origin"]);
        Assert.Equal("trusted", (string?)snapshot["signature"]);
        Assert.Equal("2026-03-01T06:15:30Z", (string?)snapshot["collectedAt"]);
        Assert.Equal(TestKey.Alice.PublicKey.KeyId, (string?)snapshot["signatures"]![0]!["keyId"]);
        Assert.Contains(
            ("credential-report.csv", "data/credential-report.csv"),
            snapshot["sources"]!.AsArray().Select(s => ((string?)s!["file"], (string?)s["path"])));
        Assert.Equal(
            "unknown-key", (string?)SnapshotOf("evaluate", path, "--format", "json")["signature"]);
    }

    [Fact]
    public void A_damaged_snapshot_is_refused()
    {
        var path = Seal(BagForm.Folder, TestKey.Alice);
        File.AppendAllText(Path.Combine(path, "VERIFY.txt"), " ");
        var run = CliRun.Of("evaluate", path);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("VERIFY.txt: error PE6087", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_required_signature_must_be_of_a_trusted_key(bool isSigned)
    {
        var path = Seal(BagForm.Folder, isSigned ? TestKey.Alice : null);
        var bob = _folder.WritePublic(TestKey.Bob, "bob");
        var run = CliRun.Of("evaluate", path, "--require-signature", "--trusted-key", bob);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("111122223333/2026-03-01T061530Z: error PE4117: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(isSigned, run.Error.Contains(TestKey.Alice.PublicKey.KeyId, StringComparison.Ordinal));
    }

    [Fact]
    public void A_required_signature_that_is_there_changes_nothing_else()
    {
        var path = Seal(BagForm.Folder, TestKey.Alice);
        var alice = _folder.WritePublic(TestKey.Alice, "alice");
        var trusted = CliRun.Of("evaluate", path, "--trusted-key", alice);
        var required = CliRun.Of("evaluate", path, "--trusted-key", alice, "--require-signature");

        Assert.NotEqual(3, required.ExitCode);
        Assert.Equal((trusted.ExitCode, trusted.Output), (required.ExitCode, required.Output));
    }

    [Fact]
    public void Bare_files_cannot_have_the_required_signature()
    {
        var run = CliRun.Of(
            "evaluate", Repository.PathOf("snapshots", "well-kept"), "--require-signature", "--trusted-key",
            _folder.WritePublic(TestKey.Alice, "alice"));

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("well-kept: error PE4117: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_key_is_nobody_to_trust()
    {
        var run = CliRun.Of(
            "evaluate", Seal(BagForm.Folder, null), "--trusted-key", _folder.WritePrivate(TestKey.Alice, "alice"));

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("PE6113", run.Error, StringComparison.Ordinal);
    }

    private string Seal(BagForm form, KeyPair? signer)
    {
        using var key = signer is null
            ? null
            : SigningKey.Open(_folder.WritePrivate(signer, "signer"), TestKey.Passphrase).Key;
        var target = _folder.PathOf(form == BagForm.Zip ? "s.zip" : "s");
        var result = SnapshotSealer.Seal(
            SampleCollection.Account().Compose(), target, new SealOptions { Form = form, Key = key });
        Assert.Empty(result.Diagnostics);
        return target;
    }

    private static JsonNode SnapshotOf(params string[] line)
    {
        var run = CliRun.Of(line);
        Assert.Equal("", run.Error);
        return JsonNode.Parse(run.Output)!["snapshots"]![0]!;
    }
}
