using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class SignCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void Several_sign_one_after_the_other_and_the_digest_stays(BagForm form)
    {
        var path = Seal(form);
        Assert.Equal(0, Sign(path, TestKey.Alice).ExitCode);
        Assert.Equal(0, Sign(path, TestKey.Bob).ExitCode);

        var verified = CliRun.Of(
            "verify", path, "--trusted-key", _folder.WritePublic(TestKey.Alice, "alice"), "--trusted-key",
            _folder.WritePublic(TestKey.Bob, "bob"));
        Assert.Equal(0, verified.ExitCode);
        Assert.Contains(TestKey.Alice.PublicKey.KeyId, verified.Output, StringComparison.Ordinal);
        Assert.Contains(TestKey.Bob.PublicKey.KeyId, verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void The_same_key_signs_once(BagForm form)
    {
        var path = Seal(form);
        Sign(path, TestKey.Alice);
        var before = BytesOf(path);
        var again = Sign(path, TestKey.Alice);

        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        Assert.Contains("signed this already", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, BytesOf(path));
    }

    [Fact]
    public void A_damaged_snapshot_is_not_signed()
    {
        var path = Seal(BagForm.Folder);
        File.AppendAllText(Path.Combine(path, "data", "users.json"), " ");
        var run = Sign(path, TestKey.Alice);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("PE6087", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(path, "signatures")));
    }

    [Fact]
    public void A_snapshot_that_changed_since_it_was_verified_is_not_signed()
    {
        var path = Seal(BagForm.Folder);
        using var key = SigningKey.Open(_folder.WritePrivate(TestKey.Alice, "a"), TestKey.Passphrase).Key!;
        var result = SnapshotSignature.Add(path, new string('0', 64), key);

        Assert.False(result.IsWritten);
        Assert.Equal("PE6108", Assert.Single(result.Diagnostics).Id);
        Assert.False(Directory.Exists(Path.Combine(path, "signatures")));
    }

    [Fact]
    public void A_wrong_passphrase_signs_nothing()
    {
        var path = Seal(BagForm.Folder);
        var run = CliRun.With("wrong", "sign", path, "--key", _folder.WritePrivate(TestKey.Alice, "alice"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("alice.key.pem:1:1: error PE6115: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_passphrase_may_come_from_a_file()
    {
        var run = CliRun.Of(
            "sign", Seal(BagForm.Folder), "--key", _folder.WritePrivate(TestKey.Alice, "alice"), "--passphrase-file",
            _folder.Write("passphrase", TestKey.Passphrase + "\n"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Bare_files_cannot_be_signed()
    {
        var run = Sign(_folder.Write("report.csv", "user,arn\n"), TestKey.Alice);
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("report.csv: error PE60", run.Error, StringComparison.Ordinal);
    }

    private CliRun Sign(string path, KeyPair pair) =>
        CliRun.With(TestKey.Passphrase, "sign", path, "--key", _folder.WritePrivate(pair, "signer"));

    private string Seal(BagForm form)
    {
        var target = _folder.PathOf(form == BagForm.Zip ? "s.zip" : "s");
        var result = SnapshotSealer.Seal(SampleCollection.Account().Compose(), target, new SealOptions { Form = form });
        Assert.Empty(result.Diagnostics);
        return target;
    }

    private static IEnumerable<(string Path, string Bytes)> BytesOf(string path) =>
        (File.Exists(path) ? [path] : Directory.GetFiles(path, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, Convert.ToBase64String(File.ReadAllBytes(file))))
            .ToList();
}
