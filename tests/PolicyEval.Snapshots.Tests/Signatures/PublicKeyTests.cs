using System.Security.Cryptography;
using System.Text;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Tests.Signatures;

public sealed class PublicKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_key_id_is_the_sha256_of_the_subject_public_key_info()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var opened = Open(key.ExportSubjectPublicKeyInfoPem());

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())), opened!.KeyId);
        Assert.Equal(key.ExportSubjectPublicKeyInfoPem() + "\n", Encoding.ASCII.GetString(opened.Pem()));
    }

    [Fact]
    public void Keys_are_equal_by_their_id_whatever_their_files_look_like()
    {
        var pem = Encoding.ASCII.GetString(TestKeys.Alice.PublicKey.Pem());
        var opened = Open("for the auditors\r\n" + pem.ReplaceLineEndings("\r\n"));

        Assert.Equal(TestKeys.Alice.PublicKey, opened);
        Assert.NotEqual(TestKeys.BobKey.PublicKey, opened);
    }

    [Fact]
    public void Another_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        AssertRefused("PE6114", 1, key.ExportSubjectPublicKeyInfoPem());
    }

    [Fact]
    public void Bytes_behind_the_key_are_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var info = key.ExportSubjectPublicKeyInfo();
        AssertRefused("PE6114", 1, PemEncoding.WriteString("PUBLIC KEY", [.. info, 0]));
    }

    [Fact]
    public void A_point_beside_the_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var info = key.ExportSubjectPublicKeyInfo();
        info[^1] ^= 1;
        AssertRefused("PE6114", 1, PemEncoding.WriteString("PUBLIC KEY", info));
    }

    [Fact]
    public void An_RSA_key_is_refused()
    {
        using var key = RSA.Create(2048);
        AssertRefused("PE6114", 1, key.ExportSubjectPublicKeyInfoPem());
        AssertRefused("PE6113", 1, key.ExportRSAPublicKeyPem());
    }

    [Fact]
    public void A_private_key_is_not_what_others_trust() =>
        AssertRefused("PE6113", 1, Encoding.ASCII.GetString(TestKeys.Alice.EncryptedPrivateKey.Span));

    [Fact]
    public void A_certificate_is_refused() =>
        AssertRefused("PE6113", 2, "x\n" + PemEncoding.WriteString("CERTIFICATE", [1, 2, 3]));

    [Fact]
    public void Several_keys_in_one_file_are_refused()
    {
        var pem = Encoding.ASCII.GetString(TestKeys.Alice.PublicKey.Pem());
        AssertRefused("PE6112", 5, pem + pem);
    }

    private PublicKey? Open(string pem)
    {
        var result = PublicKey.Open(_folder.Write("a.pub.pem", pem));
        Assert.Empty(result.Diagnostics);
        return result.Key;
    }

    private void AssertRefused(string id, int line, string pem)
    {
        var result = PublicKey.Open(_folder.Write("a.pub.pem", pem));

        Assert.Null(result.Key);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((id, "a.pub.pem", line, 1), (diagnostic.Id, diagnostic.File, diagnostic.Line, diagnostic.Column));
    }
}
