using System.Security.Cryptography;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>The one curve: NIST P-256, also called prime256v1 and secp256r1.</summary>
internal static class P256
{
    private const string Oid = "1.2.840.10045.3.1.7";
    private const int PointBytes = 64;

    /// <summary>
    /// What stands before the coordinates in every SubjectPublicKeyInfo of this curve (RFC 5480, uncompressed point).
    /// To compare it keeps all other algorithms, curves and encodings away from the operating system's parser.
    /// </summary>
    private static ReadOnlySpan<byte> InfoStart =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48,
        0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ];

    /// <summary>
    /// Whether the bytes are a SubjectPublicKeyInfo of this curve; the point may still lie beside it.
    /// </summary>
    public static bool IsInfo(ReadOnlySpan<byte> info) =>
        info.Length == InfoStart.Length + PointBytes && info.StartsWith(InfoStart);

    /// <summary>Whether the key names this curve. One that spells out its parameters names none.</summary>
    public static bool Is(ECDsa key)
    {
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;
        return curve.IsNamed && curve.Oid.Value == Oid;
    }
}
