using System.Security.Cryptography;
using System.Text;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Tests.Signatures;

public sealed class SigningKeyTests : IDisposable
{
    private static readonly PbeParameters Fast =
        new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1000);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_generated_key_opens_and_signs()
    {
        var path = Private("a.key.pem", TestKeys.Alice.EncryptedPrivateKey.ToArray());
        var result = SigningKey.Open(path, TestKeys.Passphrase);

        Assert.Empty(result.Diagnostics);
        using var key = result.Key!;
        Assert.Equal(TestKeys.Alice.PublicKey, key.PublicKey);
        Assert.True(key.PublicKey.Verifies("data"u8, key.Sign("data"u8)));
        Assert.False(key.PublicKey.Verifies("date"u8, key.Sign("data"u8)));
    }

    [Fact]
    public void Line_ends_and_text_around_do_not_matter()
    {
        var pem = Encoding.ASCII.GetString(TestKeys.Alice.EncryptedPrivateKey.Span);
        var path = Private("a.key.pem", "kept in the safe\r\n" + pem.ReplaceLineEndings("\r\n"));
        using var key = SigningKey.Open(path, TestKeys.Passphrase).Key;
        Assert.Equal(TestKeys.Alice.PublicKey, key?.PublicKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData("correct horse battery stapler")]
    public void A_wrong_passphrase_is_named(string passphrase) =>
        AssertRefused("PE6115", 1, TestKeys.Alice.EncryptedPrivateKey.ToArray(), passphrase);

    [Fact]
    public void A_cut_key_is_refused()
    {
        var pem = PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", [0x30, 0x82, 0x01]);
        AssertRefused("PE6115", 1, Encoding.ASCII.GetBytes(pem));
    }

    [Fact]
    public void Another_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        AssertRefused("PE6114", 1, key.ExportEncryptedPkcs8PrivateKeyPem(TestKeys.Passphrase, Fast));
    }

    [Fact]
    public void An_RSA_key_is_refused()
    {
        using var key = RSA.Create(2048);
        AssertRefused("PE6114", 1, key.ExportEncryptedPkcs8PrivateKeyPem(TestKeys.Passphrase, Fast));
    }

    [Fact]
    public void A_key_in_the_clear_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        AssertRefused("PE6116", 1, key.ExportPkcs8PrivateKeyPem());
        AssertRefused("PE6116", 1, key.ExportECPrivateKeyPem());
    }

    [Fact]
    public void A_public_key_signs_nothing() => AssertRefused("PE6113", 1, TestKeys.Alice.PublicKey.Pem());

    [Fact]
    public void Two_keys_in_one_file_are_refused_at_the_second()
    {
        var pem = Encoding.ASCII.GetString(TestKeys.Alice.EncryptedPrivateKey.Span);
        AssertRefused("PE6112", 1 + pem.Count(c => c == '\n'), pem + pem);
    }

    [Fact]
    public void Text_that_is_no_PEM_is_refused() => AssertRefused("PE6111", 1, "a key, honestly\n");

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read()
    {
        var diagnostic = Assert.Single(
            SigningKey.Open(Private("a.key.pem", new string('-', 20_000)), TestKeys.Passphrase).Diagnostics);
        Assert.Equal("PE6110", diagnostic.Id);
        Assert.Contains("16384 bytes", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_and_nothing_at_all_are_named_without_their_path()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "a.key.pem"));
        foreach (var name in (string[])["a.key.pem", "b.key.pem"])
        {
            var diagnostic = Assert.Single(
                SigningKey.Open(Path.Combine(_folder.Path, name), TestKeys.Passphrase).Diagnostics);
            Assert.Equal(("PE6110", name), (diagnostic.Id, diagnostic.File));
            Assert.DoesNotContain(_folder.Path, diagnostic.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    [InlineData(UnixFileMode.UserRead, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherRead, true)]
    public void A_key_that_others_may_read_is_used_with_a_warning(UnixFileMode mode, bool warns)
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = Private("a.key.pem", TestKeys.Alice.EncryptedPrivateKey.ToArray());
        File.SetUnixFileMode(path, mode);
        var result = SigningKey.Open(path, TestKeys.Passphrase);

        using var key = result.Key;
        Assert.NotNull(key);
        Assert.Equal(
            warns ? [("PE6119", SnapshotSeverity.Warning)] : [], result.Diagnostics.Select(d => (d.Id, d.Severity)));
    }

    private void AssertRefused(string id, int line, string pem) =>
        AssertRefused(id, line, Encoding.ASCII.GetBytes(pem));

    private void AssertRefused(string id, int line, byte[] pem, string passphrase = TestKeys.Passphrase)
    {
        var result = SigningKey.Open(Private("a.key.pem", pem), passphrase);

        Assert.Null(result.Key);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((id, "a.key.pem", line, 1), (diagnostic.Id, diagnostic.File, diagnostic.Line, diagnostic.Column));
    }

    private string Private(string name, string text) => Private(name, Encoding.ASCII.GetBytes(text));

    private string Private(string name, byte[] bytes)
    {
        var path = _folder.Write(name, bytes);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}
