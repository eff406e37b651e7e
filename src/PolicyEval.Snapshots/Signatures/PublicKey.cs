using System.Security.Cryptography;
using System.Text;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// A public key that checks signatures: ECDSA over P-256. Immutable; any number of threads may use it.
/// </summary>
public sealed class PublicKey : IEquatable<PublicKey>
{
    /// <summary>The ending of a public key's file name.</summary>
    public const string Ending = ".pub.pem";

    private const string Label = "PUBLIC KEY";

    private readonly byte[] _subjectPublicKeyInfo;

    private PublicKey(byte[] subjectPublicKeyInfo)
    {
        _subjectPublicKeyInfo = subjectPublicKeyInfo;
        KeyId = Convert.ToHexStringLower(SHA256.HashData(subjectPublicKeyInfo));
    }

    /// <summary>The sha256 of the SubjectPublicKeyInfo in DER, 64 lower-case hexadecimal digits.</summary>
    public string KeyId { get; }

    /// <summary>The one spelling of the key's PEM file: as openssl writes it, with LF.</summary>
    public byte[] Pem() => Encoding.ASCII.GetBytes(
        PemEncoding.WriteString(Label, _subjectPublicKeyInfo).ReplaceLineEndings("\n") + "\n");

    /// <summary>Whether a signature in DER is this key's over the data.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            // What is no DER at all is no signature either.
            return false;
        }
    }

    /// <summary>Reads a PEM file (SubjectPublicKeyInfo) of a key that somebody trusts.</summary>
    /// <param name="path">The file.</param>
    public static PublicKeyResult Open(string path)
    {
        var diagnostics = KeyFile.Diagnostics();
        var key = KeyFile.Read(path, KeyFile.KeyBytes, diagnostics) is { } source
            ? Parse(source, diagnostics)
            : null;
        return new PublicKeyResult(key, diagnostics.ToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(PublicKey? other) => other is not null && other.KeyId == KeyId;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => KeyId.GetHashCode(StringComparison.Ordinal);

    internal static PublicKey Of(ECDsa key) => new(key.ExportSubjectPublicKeyInfo());

    /// <summary>Reads the key of a file; null after a diagnostic.</summary>
    internal static PublicKey? Parse(Source source, SnapshotDiagnosticBag diagnostics)
    {
        if (PemBlock.Read(source, diagnostics) is not { } block)
            return null;
        if (block.Label != Label)
        {
            diagnostics.Report(
                SignatureDescriptors.WrongPem, source.Name, block.Place, "", Label, block.Label);
            return null;
        }

        if (P256.IsInfo(block.Bytes) && IsOnCurve(block.Bytes))
            return new PublicKey(block.Bytes);
        diagnostics.Report(SignatureDescriptors.NotP256, source.Name, block.Place, "");
        return null;
    }

    private static bool IsOnCurve(byte[] subjectPublicKeyInfo)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
