using System.Collections.Immutable;
using System.Security.Cryptography;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>The two files of a signature: an envelope over the tag manifest, and the key that checks it.</summary>
public static class SnapshotSignature
{
    /// <summary>The algorithm in AWS's words (as of KMS and of the JSON of <c>verify</c>).</summary>
    public const string Algorithm = "ECDSA_SHA_256";

    /// <summary>Where the envelope of a key lies in a bag.</summary>
    public static string EnvelopePath(string keyId) => BagLayout.Signatures + keyId + DsseEnvelope.Ending;

    /// <summary>Where the key lies in a bag. It proves nothing: trust comes from outside.</summary>
    public static string KeyPath(string keyId) => BagLayout.Signatures + keyId + PublicKey.Ending;

    /// <summary>Signs a snapshot that is there already, and was verified to be intact.</summary>
    /// <param name="path">The folder or zip.</param>
    /// <param name="digest">The digest that was verified: if it is another one by now, nothing is signed.</param>
    /// <param name="key">Who signs.</param>
    /// <param name="cancellationToken">Stops the writing; the snapshot stays as it was.</param>
    public static BagWriteResult Add(
        string path, string digest, SigningKey key, CancellationToken cancellationToken = default)
    {
        var diagnostics = KeyFile.Diagnostics();
        ReadOnlyMemory<byte> tagManifest;
        using (var bag = BagReader.Open(path, SnapshotLimits.Default, diagnostics, cancellationToken))
            tagManifest = bag?.Read(BagLayout.TagManifest)?.Memory ?? default;
        if (diagnostics.Errors == 0 && Convert.ToHexStringLower(SHA256.HashData(tagManifest.Span)) != digest)
            diagnostics.Report(SignatureDescriptors.ChangedMeanwhile, BagLayout.TagManifest);
        return diagnostics.Errors > 0
            ? new BagWriteResult(path, digest, IsWritten: false, diagnostics.ToImmutable())
            : BagWriter.AddSignatures(path, Sign(tagManifest, key), cancellationToken: cancellationToken);
    }

    /// <summary>Signs a snapshot: the envelope first, then the key.</summary>
    /// <param name="tagManifest">The bytes of <c>tagmanifest-sha256.txt</c>, which cover every other file.</param>
    /// <param name="key">Who signs.</param>
    public static ImmutableArray<BagFile> Sign(ReadOnlyMemory<byte> tagManifest, SigningKey key)
    {
        var keyId = key.PublicKey.KeyId;
        var signature = key.Sign(Dsse.PreAuthenticationEncoding(Dsse.PayloadType, tagManifest.Span));
        var envelope = new DsseEnvelope(Dsse.PayloadType, tagManifest, keyId, signature);
        return
        [
            new BagFile(EnvelopePath(keyId), envelope.Write()),
            new BagFile(KeyPath(keyId), key.PublicKey.Pem()),
        ];
    }
}
