using System.Security.Cryptography;
using System.Text;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>A new key as its two files.</summary>
/// <param name="EncryptedPrivateKey">PKCS#8 in PEM, encrypted with a passphrase.</param>
/// <param name="PublicKey">The public half.</param>
public sealed record KeyPair(ReadOnlyMemory<byte> EncryptedPrivateKey, PublicKey PublicKey)
{
    // OWASP's number for PBKDF2 with HMAC-SHA-256; half a second where it hurts an attacker only.
    private const int Iterations = 600_000;

    /// <summary>Makes a P-256 key: AES-256-CBC under PBKDF2 with SHA-256, which openssl reads as well.</summary>
    /// <param name="passphrase">Not empty.</param>
    public static KeyPair Generate(string passphrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(passphrase);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Iterations);
        var pem = PemEncoding.WriteString(
            SigningKey.EncryptedLabel, key.ExportEncryptedPkcs8PrivateKey(passphrase, parameters));
        return new KeyPair(
            Encoding.ASCII.GetBytes(pem.ReplaceLineEndings("\n") + "\n"), PublicKey.Of(key));
    }
}
