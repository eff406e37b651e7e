using System.Security.Cryptography;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// A private key that signs: ECDSA over P-256, kept in a PEM file (PKCS#8) that a passphrase encrypts.
/// </summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>The ending of a private key's file name.</summary>
    public const string Ending = ".key.pem";

    internal const string EncryptedLabel = "ENCRYPTED PRIVATE KEY";

    private readonly ECDsa _key;

    internal SigningKey(ECDsa key)
    {
        _key = key;
        PublicKey = PublicKey.Of(key);
    }

    /// <summary>The key with which others check the signatures.</summary>
    public PublicKey PublicKey { get; }

    /// <summary>Signs with SHA-256; DER, as openssl reads it. Two signatures over the same data differ.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) =>
        _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _key.Dispose();

    /// <summary>Reads a private key that is encrypted; one that is not is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">The passphrase.</param>
    public static SigningKeyResult Open(string path, string passphrase)
    {
        var diagnostics = KeyFile.Diagnostics();
        var source = KeyFile.Read(path, KeyFile.KeyBytes, diagnostics);
        var key = source is null ? null : Parse(source, passphrase, diagnostics);
        if (key is not null && IsOpenToOthers(path))
            diagnostics.Report(SignatureDescriptors.OpenToOthers, source!.Name);
        return new SigningKeyResult(key, diagnostics.ToImmutable());
    }

    /// <summary>Reads the key of a file; null after a diagnostic.</summary>
    internal static SigningKey? Parse(Source source, string passphrase, SnapshotDiagnosticBag diagnostics)
    {
        if (PemBlock.Read(source, diagnostics) is not { } block)
            return null;
        if (block.Label != EncryptedLabel)
        {
            var descriptor = block.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal)
                ? SignatureDescriptors.NotEncrypted
                : SignatureDescriptors.WrongPem;
            diagnostics.Report(descriptor, source.Name, block.Place, "", EncryptedLabel, block.Label);
            return null;
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportEncryptedPkcs8PrivateKey(passphrase, block.Bytes, out _);
            if (P256.Is(key))
                return new SigningKey(key);
            diagnostics.Report(SignatureDescriptors.NotP256, source.Name, block.Place, "");
        }
        catch (PlatformNotSupportedException)
        {
            diagnostics.Report(SignatureDescriptors.NotP256, source.Name, block.Place, "");
        }
        catch (CryptographicException)
        {
            var isRsa = IsRsa(block.Bytes, passphrase);
            diagnostics.Report(
                isRsa ? SignatureDescriptors.NotP256 : SignatureDescriptors.WrongPassphrase,
                source.Name, block.Place, "");
        }

        key.Dispose();
        return null;
    }

    // A wrong passphrase and another kind of key fail alike; only trying tells them apart.
    private static bool IsRsa(byte[] bytes, string passphrase)
    {
        using var key = RSA.Create();
        try
        {
            key.ImportEncryptedPkcs8PrivateKey(passphrase, bytes, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool IsOpenToOthers(string path)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return !OperatingSystem.IsWindows()
            && new FileInfo(path) is { Exists: true, Length: > 0 }
            && (File.GetUnixFileMode(path) & Others) != 0;
    }
}
