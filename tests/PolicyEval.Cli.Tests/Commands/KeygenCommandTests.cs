using PolicyEval.Snapshots.Signatures;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class KeygenCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_pair_is_made_that_opens_with_its_passphrase()
    {
        var run = CliRun.With("secret", "keygen", _folder.PathOf("audit"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var opened = SigningKey.Open(_folder.PathOf("audit.key.pem"), "secret");
        Assert.Empty(opened.Diagnostics);
        using var key = opened.Key;
        Assert.Equal(PublicKey.Open(_folder.PathOf("audit.pub.pem")).Key, key!.PublicKey);
        Assert.Contains($"Key id       {key.PublicKey.KeyId}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_owner_may_read_the_private_key()
    {
        if (OperatingSystem.IsWindows())
            return;
        CliRun.With("secret", "keygen", _folder.PathOf("audit"));

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.PathOf("audit.key.pem")));
    }

    [Theory]
    [InlineData("audit.key.pem")]
    [InlineData("audit.pub.pem")]
    public void Nothing_is_overwritten(string existing)
    {
        _folder.Write(existing, "mine");
        var run = CliRun.With("secret", "keygen", _folder.PathOf("audit"));

        Assert.Equal(64, run.ExitCode);
        Assert.StartsWith("error PE4114: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder.PathOf(existing)));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Without_a_passphrase_no_key_is_made()
    {
        var run = CliRun.Of("keygen", _folder.PathOf("audit"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("PE6117", run.Error, StringComparison.Ordinal);
        Assert.Contains("POLICYEVAL_PASSPHRASE", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void An_empty_passphrase_file_is_refused()
    {
        var file = _folder.Write("passphrase", "\n");
        var run = CliRun.With("secret", "keygen", _folder.PathOf("audit"), "--passphrase-file", file);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("PE6118", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_passphrase_is_never_shown()
    {
        var run = CliRun.With("open sesame", "keygen", _folder.PathOf("audit"));
        Assert.DoesNotContain("sesame", run.Output + run.Error, StringComparison.Ordinal);
    }
}
